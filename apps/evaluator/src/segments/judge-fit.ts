import {
  adjustedRandIndex,
  ARCHETYPES,
  type Placement,
  type SegmentFit,
  type SegmentName,
  type SimulatedViewers,
} from '@keyart/segments';

/** How a fit compares with the segments that were planted. */
export interface FitJudgement {
  /** Segments found; 0: it says that there are none. */
  readonly segmentCount: number;
  /** Adjusted Rand index over viewers who are in a segment. */
  readonly ari: number;
  /** Of them in the segment that they were made from, by its name. */
  readonly rightFraction: number;
  /** Mean gap between the chance given to the likeliest segment and how often it was the right one, over ten bins of equal width (ECE). */
  readonly calibrationError: number;
}

const NAMES: readonly string[] = ARCHETYPES.map(({ name }) => name);
const BINS = 10;

function labelsOf(names: readonly (string | null | undefined)[]): Int32Array {
  return Int32Array.from(names, (name) => NAMES.indexOf(name ?? ''));
}

function calibrationErrorOf(
  placements: readonly Placement[],
  planted: ReadonlyMap<string, SegmentName>,
): number {
  const gaps = new Float64Array(BINS);
  for (const { viewer, segment, memberships } of placements) {
    const { probability } = memberships[0];
    gaps[Math.min(BINS - 1, Math.floor(BINS * probability))] +=
      probability - Number(segment === planted.get(viewer));
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / Math.max(1, placements.length);
}

/** Judges a fit by what is known of made-up viewers. */
export function judgeFit({ model, placements }: SegmentFit, { planted }: SimulatedViewers): FitJudgement {
  const placed = placements.filter(({ segment }) => segment !== null);
  const rightCount = placed.filter(({ viewer, segment }) => segment === planted.get(viewer)).length;
  return {
    segmentCount: model.segments.length,
    ari:
      placed.length === 0
        ? 0
        : adjustedRandIndex(
            labelsOf(placed.map(({ segment }) => segment)),
            labelsOf(placed.map(({ viewer }) => planted.get(viewer))),
          ),
    rightFraction: rightCount / Math.max(1, placed.length),
    calibrationError: calibrationErrorOf(placed, planted),
  };
}
