import type { Effect } from '../effect';
import type { IntervalMethod } from './interval-method';
import { normalMixtureBoundary } from './normal-mixture';

/** Units at which the sequence is tightest unless asked otherwise. */
export const TIGHTEST_AT = 5000;

/**
 * Asymptotic confidence sequence: valid at every look at once, for as long as one cares to look. Half width
 * `SE √N √(2 (Nρ² + 1) / (Nρ)² ln(√(Nρ² + 1) / α))`, ρ = √((−2 ln α + ln(1 − 2 ln α)) / N*): the normal mixture boundary with v = N and
 * precision 1/ρ². p = min(1, 1/e) with the e-value of the same mixture. Valid once N is large enough for the normal approximation.
 * Source: Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, "Time-uniform central limit theory and asymptotic confidence sequences"
 * (Annals of Statistics 2024), equation 9 and appendix on tuning.
 * @param tightestAt N*, units of both arms at which the interval is tightest, > 0
 */
export function asymptoticCs(tightestAt: number = TIGHTEST_AT): IntervalMethod {
  return {
    name: 'asymptotic-cs',
    criticalValue: ({ sampleCount: n }, alpha) =>
      normalMixtureBoundary(n, 1 / tuning(tightestAt, alpha), alpha) / Math.sqrt(n),
    pValue: (effect, alpha) => Math.min(1, 1 / eValue(effect, tuning(tightestAt, alpha))),
  };
}

/** ρ². */
function tuning(tightestAt: number, alpha: number): number {
  return (-2 * Math.log(alpha) + Math.log(1 - 2 * Math.log(alpha))) / tightestAt;
}

function eValue({ effect, standardError, sampleCount }: Effect, rho2: number): number {
  const spread = sampleCount * rho2 + 1;
  const z2 = (effect / standardError) ** 2;
  return Math.exp((rho2 * z2 * sampleCount) / (2 * spread)) / Math.sqrt(spread);
}
