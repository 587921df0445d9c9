import type { Estimator } from './estimator';
import { meanOf } from './mean-of';
import { EXPECTED_PREDICTION, residual } from './terms';

/**
 * `En[Σ_a π(a) q(a) + min(w, λ) (r − q)]`: leans on the model where weights are large. Biased by the model's error there.
 * Source: Su et al., Doubly robust off-policy evaluation with shrinkage, ICML 2020 (pessimistic shrinkage).
 * @param clip λ > 0
 */
export function clippedDr(clip: number): Estimator {
  const correction = {
    sql: `least(weight, ${clip}) * (reward - prediction)`,
    of: (log, { weight }, i) => Math.min(weight[i], clip) * residual(log, i),
  } satisfies Estimator['terms'][number];
  return meanOf('dr-clipped', [EXPECTED_PREDICTION, correction], ['reward-model']);
}
