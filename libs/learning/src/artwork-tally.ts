import type { ObservedMean } from './empirical-bayes';
import { importanceWeight } from './importance-weight';
import type { RewardedChoice } from './training-row';

/** What the log says of one artwork under uniform logging. */
export interface ArtworkTally extends ObservedMean {
  readonly artworkId: string;
  readonly titleId: string;
  /** Σ w (r − mean)² scaled to effective rows; has `count − 1` degrees of freedom. */
  readonly squares: number;
}

interface WeightedReward {
  readonly weight: number;
  readonly reward: number;
}

/** Items by key, keys ascending. */
export function grouped<T>(items: Iterable<T>, keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Self-normalised weighted mean with Kish's effective count; sorted first, so that sums do not depend on the log's order. */
function summarize(rewards: WeightedReward[]): ObservedMean & { squares: number } {
  rewards.sort((a, b) => a.reward - b.reward || a.weight - b.weight);
  let total = 0;
  let squaredTotal = 0;
  let sum = 0;
  for (const { weight, reward } of rewards) {
    total += weight;
    squaredTotal += weight ** 2;
    sum += weight * reward;
  }
  const mean = sum / total;
  const count = total ** 2 / squaredTotal;
  const deviations = rewards.reduce((acc, { weight, reward }) => acc + weight * (reward - mean) ** 2, 0);
  return { mean, count, squares: (deviations * count) / total };
}

/**
 * One tally per artwork, by artwork id.
 * @param rows checked rows, any order
 * @param maxWeight clip of the importance weights
 */
export function tallyArtworks(rows: readonly RewardedChoice[], maxWeight: number): ArtworkTally[] {
  return grouped(rows, ({ artwork }) => artwork.artworkId).map(([artworkId, choices]) => ({
    artworkId,
    titleId: choices[0].artwork.titleId,
    ...summarize(
      choices.map((choice) => ({ weight: importanceWeight(choice, maxWeight), reward: choice.reward })),
    ),
  }));
}

/** Pooled variance of one row around its group's mean (artwork, title); 0 when no group has two rows. */
export function rowVariance(tallies: readonly Pick<ArtworkTally, 'count' | 'squares'>[]): number {
  const freedom = tallies.reduce((sum, { count }) => sum + Math.max(0, count - 1), 0);
  return freedom > 0 ? tallies.reduce((sum, { squares }) => sum + squares, 0) / freedom : 0;
}
