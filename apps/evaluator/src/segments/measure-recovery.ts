import { createRandom } from '@keyart/common';
import { fitSegments, PLANTED_SEGMENTS, simulateViewers } from '@keyart/segments';
import { bestAri } from './best-ari';
import { judgeFit, type FitJudgement } from './judge-fit';
import type { SegmentStudy } from './segment-study';

/** How well planted segments are found again. */
export interface RecoveryRow extends FitJudgement {
  readonly separation: number;
  /** Titles each viewer has to do with. */
  readonly eventCount: number;
  /** The most that the vectors allow. */
  readonly bestAri: number;
  /** The same fit when it is told how many segments there are. */
  readonly ariOfKnownCount: number;
}

/** 3: the world whose adjusted Rand index at 5 titles is that of the design's prototype (.69). */
export const PLANTED_SEPARATION = 3;
const SEPARATIONS = [1, 2, PLANTED_SEPARATION];
const EVENT_COUNTS = [2, 5, 10, 20];

function mean<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
}

function measureOnce(
  separation: number,
  eventCount: number,
  { viewerCount, seed }: SegmentStudy,
): RecoveryRow {
  const world = simulateViewers({
    ...{ viewerCount, separation, eventCounts: [eventCount, eventCount] as const },
    random: createRandom(`${seed}/${separation}/${eventCount}`),
  });
  const settings = { seed, leastEventCount: Math.min(eventCount, 5) };
  const known = fitSegments(world.events, { ...settings, k: PLANTED_SEGMENTS.length });
  return {
    ...{ separation, eventCount, bestAri: bestAri(world), ariOfKnownCount: judgeFit(known, world).ari },
    ...judgeFit(fitSegments(world.events, settings), world),
  };
}

/** Means over draws of the population, for each separation and number of titles. */
export function measureRecovery(study: SegmentStudy): RecoveryRow[] {
  const cells = SEPARATIONS.flatMap((separation) =>
    EVENT_COUNTS.map((count) => [separation, count] as const),
  );
  return cells.map(([separation, eventCount], i) => {
    study.onProgress(i / cells.length, `separation ${separation}, ${eventCount} titles`);
    const draws = Array.from({ length: study.drawCount }, (_, draw) =>
      measureOnce(separation, eventCount, { ...study, seed: `${study.seed}/${draw}` }),
    );
    return {
      ...{ separation, eventCount, bestAri: mean(draws, (row) => row.bestAri) },
      ariOfKnownCount: mean(draws, (row) => row.ariOfKnownCount),
      segmentCount: mean(draws, (row) => row.segmentCount),
      ari: mean(draws, (row) => row.ari),
      rightFraction: mean(draws, (row) => row.rightFraction),
      calibrationError: mean(draws, (row) => row.calibrationError),
    };
  });
}
