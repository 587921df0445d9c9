import type { Estimator } from './estimator';
import { meanOf } from './mean-of';
import { EXPECTED_PREDICTION, residual, WEIGHTED_RESIDUAL } from './terms';

/**
 * Doubly robust with optimistic shrinkage, `En[Σ_a π(a) q(a) + λ w / (w² + λ) (r − q)]`. λ = 0 is DM, λ = ∞ is DR.
 * Source: Su, Dimakopoulou, Krishnamurthy & Dudík, Doubly robust off-policy evaluation with shrinkage, ICML 2020.
 * @param shrinkage λ ≥ 0
 */
export function drOs(shrinkage: number): Estimator {
  const correction = {
    sql: `${shrinkage} * weight / (weight * weight + ${shrinkage}) * (reward - prediction)`,
    of: (log, { weight }, i) => shrunk(weight[i], shrinkage) * residual(log, i),
  } satisfies Estimator['terms'][number];
  const terms = [EXPECTED_PREDICTION, shrinkage === Infinity ? WEIGHTED_RESIDUAL : correction];
  return meanOf('dr-os', shrinkage === 0 ? [EXPECTED_PREDICTION] : terms, ['reward-model']);
}

function shrunk(weight: number, shrinkage: number): number {
  return (shrinkage * weight) / (weight ** 2 + shrinkage);
}
