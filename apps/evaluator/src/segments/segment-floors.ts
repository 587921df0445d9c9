import type { SimilarityFloor } from '../similarity/evaluate-similarity';
import type { NamePersistence } from './measure-names';
import type { NullRow } from './measure-null-worlds';
import { PLANTED_SEPARATION, type RecoveryRow } from './measure-recovery';

const [LEAST_ARI, ARI_EVENTS] = [0.85, 10] as const;
const LEAST_KEPT_NAMES = 0.9;
const LEAST_NONE = 0.95;

function atLeast(what: string, value: number, floor: number): SimilarityFloor {
  return { what, value, floor, isLeast: true, isMet: value >= floor };
}

/** What was asked of segments, and whether it holds. */
export function segmentFloors(
  recovery: readonly RecoveryRow[],
  names: NamePersistence,
  nulls: readonly NullRow[],
): SimilarityFloor[] {
  const row = recovery.find(
    ({ separation, eventCount }) => separation === PLANTED_SEPARATION && eventCount === ARI_EVENTS,
  );
  const worldCount = nulls.reduce((sum, own) => sum + own.worldCount, 0);
  const noneCount = nulls.reduce((sum, own) => sum + own.worldCount * own.noneFraction, 0);
  return [
    atLeast(
      `adjusted Rand index of planted segments at ${ARI_EVENTS} titles a viewer`,
      row?.ari ?? 0,
      LEAST_ARI,
    ),
    atLeast(
      'segments that keep their name in a refit on a new draw',
      names.segmentFraction,
      LEAST_KEPT_NAMES,
    ),
    atLeast('populations without segments said to have none', noneCount / worldCount, LEAST_NONE),
  ];
}
