import type { Estimator } from './estimator';
import { meanOf } from './mean-of';

/**
 * `En[min(w, λ) r]`. Biased towards 0 by what is cut off (for rewards ≥ 0 a lower bound of the value), for less variance.
 * Source: Ionides, Truncated importance sampling, JCGS 2008; Bottou et al., Counterfactual reasoning and learning systems, JMLR 2013.
 * @param clip λ > 0
 */
export function clippedIps(clip: number): Estimator {
  return meanOf('ips-clipped', [
    {
      sql: `least(weight, ${clip}) * reward`,
      of: ({ reward }, { weight }, i) => Math.min(weight[i], clip) * reward[i],
    },
  ]);
}
