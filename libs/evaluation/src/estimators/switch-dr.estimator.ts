import type { Estimator } from './estimator';
import { meanOf } from './mean-of';
import { EXPECTED_PREDICTION, residual } from './terms';

/**
 * `En[Σ_a π(a) q(a) + 1[w ≤ τ] w (r − q)]`: the model alone where weights are large. τ = 0 is DM, τ = ∞ is DR.
 * Source: Wang, Agarwal & Dudík, Optimal and adaptive off-policy evaluation in contextual bandits, ICML 2017.
 * @param threshold τ ≥ 0
 */
export function switchDr(threshold: number): Estimator {
  const correction = {
    sql: `case when weight <= ${sqlNumber(threshold)} then weight * (reward - prediction) else 0 end`,
    of: (log, { weight }, i) => (weight[i] <= threshold ? weight[i] * residual(log, i) : 0),
  } satisfies Estimator['terms'][number];
  return meanOf('switch-dr', [EXPECTED_PREDICTION, correction], ['reward-model']);
}

function sqlNumber(value: number): string {
  return value === Infinity ? "cast('infinity' as double precision)" : String(value);
}
