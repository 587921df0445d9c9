import { createRandom } from '@keyart/common';
import {
  fitSegments,
  PLANTED_SEGMENTS,
  simulateViewers,
  type Placement,
  type SegmentFit,
  type SegmentModel,
  type SegmentName,
} from '@keyart/segments';
import { PLANTED_SEPARATION } from './measure-recovery';
import type { SegmentStudy } from './segment-study';

/** Whether names mean the same from fit to fit. */
export interface NamePersistence {
  readonly refitCount: number;
  /** Of planted segments and refits on new draws of the population: most of its viewers have the name they had in the fit before. */
  readonly segmentFraction: number;
  /** The same where each fit is named by the rules alone, without the fit before it. */
  readonly segmentFractionByRules: number;
  /** Of the same viewers, described by other titles of theirs: the same name. */
  readonly viewerFraction: number;
}

/** Viewers of all kinds: half of them have fewer than a dozen titles. */
const EVENT_COUNTS = [5, 30] as const;
const HALF_COUNT = 10;

/** The name that most of a planted segment's viewers got. */
function namesOf({ placements }: SegmentFit, planted: ReadonlyMap<string, SegmentName>): (string | null)[] {
  return PLANTED_SEGMENTS.map(({ name }) => {
    const counts = new Map<string, number>();
    for (const { viewer, segment } of placements)
      if (segment !== null && planted.get(viewer) === name)
        counts.set(segment, (counts.get(segment) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  });
}

function persistence(fits: readonly (readonly (string | null)[])[]): number {
  const kept = fits
    .slice(1)
    .flatMap((names, i) => names.map((name, j) => name !== null && name === fits[i][j]));
  return kept.filter(Boolean).length / Math.max(1, kept.length);
}

/** One population described twice, by titles that have nothing in common. */
function measureViewers({ viewerCount, seed }: SegmentStudy): number {
  const { events } = simulateViewers({
    ...{
      viewerCount,
      separation: PLANTED_SEPARATION,
      eventCounts: [2 * HALF_COUNT, 2 * HALF_COUNT] as const,
    },
    random: createRandom(`${seed}/halves`),
  });
  const [first, second] = [0, 1].map((rest) =>
    fitSegments(
      events.filter((_, i) => i % 2 === rest),
      { seed: `${seed}/${rest}` },
    ),
  );
  const before = new Map(
    first.placements.map((placement): [string, Placement] => [placement.viewer, placement]),
  );
  const same = second.placements.filter(
    ({ viewer, segment }) => segment !== null && segment === before.get(viewer)?.segment,
  );
  return same.length / second.placements.length;
}

/** Refits on new draws of the same population, each with new titles and new viewers. */
export function measureNames(study: SegmentStudy, refitCount: number): NamePersistence {
  const [chained, byRules]: (string | null)[][][] = [[], []];
  let previous: SegmentModel | undefined;
  for (let refit = 0; refit <= refitCount; refit++) {
    study.onProgress(refit / (refitCount + 1), 'refits');
    const seed = `${study.seed}/refit-${refit}`;
    const world = simulateViewers({
      ...{ viewerCount: study.viewerCount, separation: PLANTED_SEPARATION, eventCounts: EVENT_COUNTS },
      random: createRandom(seed),
    });
    const alone = fitSegments(world.events, { seed });
    const k = alone.model.segments.length;
    // the same centroids again, named after the fit before
    const fit = previous === undefined || k === 0 ? alone : fitSegments(world.events, { seed, previous, k });
    byRules.push(namesOf(alone, world.planted));
    chained.push(namesOf(fit, world.planted));
    previous = fit.model;
  }
  return {
    ...{ refitCount, segmentFraction: persistence(chained), segmentFractionByRules: persistence(byRules) },
    viewerFraction: measureViewers(study),
  };
}
