import type { Measure } from './measure';

/** The scale on which a measure is compared from bucket to bucket, and how much a bucket of some reviews says. */
export interface MeasureScale {
  /** Smallest and largest natural value. */
  readonly range: readonly [number, number];
  /** Fewest reviews that a bucket can be read from. */
  readonly leastCount: number;
  /** To the scale. @param count reviews of the bucket */
  forward(value: number, count: number): number;
  /** From the scale to a natural value. */
  back(scaled: number): number;
  /** Variance of a bucket is σ²/weight. @param expected what was foreseen, on the scale; null: nothing yet */
  weight(count: number, expected: number | null): number;
  /** σ² that chance alone makes. */
  readonly leastVariance: number;
}

/** Buckets differ by more than the chance of who writes: none says more than this many reviews would. */
const MOST_REVIEWS = 400;

function dampened(count: number): number {
  return 1 / (1 / count + 1 / MOST_REVIEWS);
}

const POLARITY: MeasureScale = {
  ...{ range: [-1, 1], leastCount: 1, leastVariance: 0.05 ** 2 },
  forward: (value) => value,
  back: (scaled) => Math.min(1, Math.max(-1, scaled)),
  weight: dampened,
};

/** Keeps the logarithm finite where all disagree. */
const LEAST_AGREEMENT = 0.02;

/** A share of the largest disagreement is skewed to the left; the logarithm of what is left to it is not. */
const DISAGREEMENT: MeasureScale = {
  ...{ range: [0, 1], leastCount: 3, leastVariance: 0.05 ** 2 },
  forward: (value) => -Math.log(1 + LEAST_AGREEMENT - value),
  back: (scaled) => Math.min(1, Math.max(0, 1 + LEAST_AGREEMENT - Math.exp(-scaled))),
  weight: (count) => dampened(Math.max(1, count - 1)),
};

/** Anscombe's (1948) arcsine: variance 1/(4n + 2), whatever the share. */
const SHARE: MeasureScale = {
  ...{ range: [0, 1], leastCount: 1, leastVariance: 0.25 },
  forward: (value, count) => Math.asin(Math.sqrt((value * count + 0.375) / (count + 0.75))),
  back: (scaled) => Math.sin(Math.min(Math.PI / 2, Math.max(0, scaled))) ** 2,
  weight: (count) => dampened(count + 0.5),
};

/** Weekdays and age multiply a volume. Its variance is 1/mean, by the mean foreseen: its own count would weigh high days more. */
const VOLUME: MeasureScale = {
  ...{ range: [0, Infinity], leastCount: 0, leastVariance: 0.5 },
  forward: (_, count) => Math.log(count + 0.5),
  back: (scaled) => Math.max(0, Math.exp(scaled) - 0.5),
  weight: (count, expected) => dampened(Math.max(1, expected === null ? count : Math.exp(expected))),
};

/** The scale of a measure. */
export function scaleOf(measure: Measure): MeasureScale {
  if (measure === 'polarity') return POLARITY;
  if (measure === 'disagreement') return DISAGREEMENT;
  return measure === 'volume' ? VOLUME : SHARE;
}
