import type { ShadowComparison } from './compare-shadow';

/** When a shadow may serve. */
export interface PromotionRule {
  /** Fewer rewarded decisions decide nothing, ≥ 1. */
  readonly leastDecisionCount: number;
  /** How much worse than what serves it may at worst be, reward scale, ≥ 0. */
  readonly tolerance: number;
}

/** What becomes of a shadow. */
export type ShadowVerdict = 'promote' | 'reject' | 'wait';

/** Two-sided 95%. */
const DEVIATION_COUNT = 1.96;

/**
 * Rejects a shadow whose 95% interval lies below what serves, promotes one whose lower bound is above −tolerance, and waits
 * else: a check against harm, not a proof of gain, since it is asked again as the data grow.
 */
export function judgeShadow(comparison: ShadowComparison, rule: PromotionRule): ShadowVerdict {
  const { decisionCount, difference, standardError } = comparison;
  if (decisionCount < rule.leastDecisionCount || !Number.isFinite(standardError)) return 'wait';
  const margin = DEVIATION_COUNT * standardError;
  if (difference + margin < 0) return 'reject';
  return difference - margin > -rule.tolerance ? 'promote' : 'wait';
}
