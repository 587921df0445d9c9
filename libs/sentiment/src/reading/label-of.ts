import type { SentimentLabel } from '@keyart/contracts';

/** |polarity| from which on a side is taken: P of the likelier side ≥ .65. */
const LEAST_POLARITY = 0.3;

/** The side of a polarity in [−1, 1]. */
export function labelOf(polarity: number): SentimentLabel {
  if (Math.abs(polarity) < LEAST_POLARITY) return 'mixed';
  return polarity > 0 ? 'positive' : 'negative';
}
