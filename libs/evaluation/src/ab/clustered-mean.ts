import { normalQuantile } from '../distributions/normal-quantile';
import { RATIO } from './metrics/ratio.metric';

/** Sums over members, of each member's rewards R and number of rewarded decisions N. */
export interface ClusterSums {
  /** Members with at least one reward. */
  readonly clusterCount: number;
  /** Σ N. */
  readonly count: number;
  /** Σ R. */
  readonly sum: number;
  /** Σ R². */
  readonly squaredSum: number;
  /** Σ N². */
  readonly squaredCount: number;
  /** Σ R · N. */
  readonly sumTimesCount: number;
}

/** A mean per decision whose error counts members, not decisions. */
export interface ClusteredMean {
  readonly mean: number;
  readonly standardError: number;
  /** 95%, by the normal distribution. */
  readonly interval: readonly [number, number];
}

const NORMAL_97_5 = normalQuantile(0.975);

/**
 * Mean reward per decision, ΣR / ΣN: the ratio metric of one group, with the delta method's error. Decisions of one member are not
 * independent, members are. Consistent for many members; for fewer than some tens the interval is too narrow.
 * Source: Deng, Knoblich and Lu, "Applying the delta method in metric analytics" (KDD 2018), equation 3.
 * @returns null with fewer than two members
 */
export function clusteredMean(sums: ClusterSums): ClusteredMean | null {
  const { clusterCount, count, sum, squaredSum, squaredCount, sumTimesCount } = sums;
  if (clusterCount < 2) return null;
  const { mean, variance } = RATIO.moments({
    ...{ n: clusterCount, sum, sumSquares: squaredSum, crossSum: sumTimesCount },
    ...{ denominatorSum: count, denominatorSumSquares: squaredCount },
  });
  const standardError = Math.sqrt(variance / clusterCount);
  const reach = NORMAL_97_5 * standardError;
  return { mean, standardError, interval: [mean - reach, mean + reach] };
}
