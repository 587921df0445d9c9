import { studentQuantile } from '@keyart/evaluation';
import { DEFAULT_LOG } from '../log/simulate-log';
import { greedyProbabilities } from '../rankers/greedy-probabilities';
import { servedProbabilities } from '../rankers/serve';
import type { WorldRanker } from '../rankers/world-ranker';
import type { ViewerTruth } from '../truth/viewer-truth';
import type { World } from '../world';
import type { WorldPair } from './held-out-pairs';

/** True take probabilities of what a ranker picks, pair by pair. */
export interface RankerTakes {
  readonly name: string;
  /** Greedily, `[n]`, aligned with the pairs. */
  readonly takes: Float64Array;
  /** As served, with exploration, `[n]`. */
  readonly servedTakes: Float64Array;
}

/** A figure with its 95% interval. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

function expectedTake(probabilities: ArrayLike<number>, takes: Float64Array): number {
  return takes.reduce((sum, take, k) => sum + probabilities[k] * take, 0);
}

/** Lets each ranker pick for every pair; a pair that a ranker has no answer for gets a random picture. */
export function takesOfRankers(
  {
    world,
    truth,
    pairs,
  }: { readonly world: World; readonly truth: ViewerTruth; readonly pairs: readonly WorldPair[] },
  rankers: readonly WorldRanker[],
): RankerTakes[] {
  const all = rankers.map(({ name }) => ({
    ...{ name, takes: new Float64Array(pairs.length), servedTakes: new Float64Array(pairs.length) },
  }));
  pairs.forEach((pair, i) => {
    const takes = truth.takes(pair.viewer, world.titles[pair.title]);
    const count = takes.length;
    rankers.forEach((ranker, r) => {
      const served = servedProbabilities(ranker, { ...pair, count }, DEFAULT_LOG.exploration);
      all[r].takes[i] = expectedTake(greedyProbabilities(ranker, pair, count), takes);
      all[r].servedTakes[i] = expectedTake(served, takes);
    });
  });
  return all;
}

interface ClusterSums {
  numerator: number;
  denominator: number;
}

/**
 * Σ x / Σ y with a 95% interval, clustered by viewer (linearised, Student's t with one degree less than viewers).
 * @param x, y `[n]`, aligned with the pairs
 */
export function ratioByViewer(
  pairs: readonly WorldPair[],
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): Interval {
  const clusters = new Map<number, ClusterSums>();
  pairs.forEach(({ viewer }, i) => {
    const sums = clusters.get(viewer) ?? { numerator: 0, denominator: 0 };
    sums.numerator += x[i];
    sums.denominator += y[i];
    clusters.set(viewer, sums);
  });
  const all = [...clusters.values()];
  const total = all.reduce((sum, { denominator }) => sum + denominator, 0);
  const value = all.reduce((sum, { numerator }) => sum + numerator, 0) / total;
  const squares = all.reduce(
    (sum, { numerator, denominator }) => sum + (numerator - value * denominator) ** 2,
    0,
  );
  const error = Math.sqrt((squares * all.length) / Math.max(1, all.length - 1)) / Math.abs(total);
  const half = studentQuantile(0.975, Math.max(1, all.length - 1)) * error;
  return { value, low: value - half, high: value + half };
}
