import { normalQuantile } from '../../distributions/normal-quantile';
import type { Effect } from '../effect';
import type { IntervalMethod } from './interval-method';

/**
 * Mixture sequential probability ratio test: effects are N(0, τ) under the alternative; valid at every look. Critical value
 * `√((V + τ)/τ · (−2 ln(α/2) − ln(V/(V + τ))))`, V the variance of the difference, τ = z²_{α/2} (s²_T + s²_C)/(n_T + n_C) unless given.
 * With τ following the data like that it is a rule that holds its level in simulation, not a theorem; a fixed τ is one.
 * Source: Johari, Koomen, Pekelis and Walsh, "Always valid inference: continuous monitoring of A/B tests" (Operations Research 2022);
 * τ by Zhao, Liu and Deng, "Safely and quickly deploying new features with a staged rollout framework" (2019).
 * @param mixingVariance τ on the effect's scale, > 0
 */
export function msprt(mixingVariance?: number): IntervalMethod {
  const tauOf = (effect: Effect, alpha: number): number => mixingVariance ?? defaultTau(effect, alpha);
  return {
    name: 'msprt',
    criticalValue: (effect, alpha) => {
      const tau = tauOf(effect, alpha);
      const variance = effect.standardError ** 2;
      const evidence = -2 * Math.log(alpha / 2) - Math.log(variance / (variance + tau));
      return Math.sqrt(((variance + tau) / tau) * evidence);
    },
    pValue: (effect, alpha) => {
      const tau = tauOf(effect, alpha);
      const variance = effect.standardError ** 2;
      const z2 = effect.effect ** 2 / variance;
      const evidence = (z2 * tau) / (variance + tau) + Math.log(variance / (variance + tau));
      return Math.min(1, 2 * Math.exp(-evidence / 2));
    },
  };
}

function defaultTau({ unitVariance, sampleCount }: Effect, alpha: number): number {
  return (normalQuantile(1 - alpha / 2) ** 2 * unitVariance) / sampleCount;
}
