import betainc from '@stdlib/math-base-special-betainc';
import gammaln from '@stdlib/math-base-special-gammaln';
import { StatisticInputError } from '../errors';

const MOST_STEPS = 200;

/** A Beta distribution's parameters, both finite and above 0, not necessarily whole. */
export interface BetaParameters {
  readonly alpha: number;
  readonly beta: number;
}

/** Mean and standard deviation. */
export function betaMoments({ alpha, beta }: BetaParameters): { readonly mean: number; readonly sd: number } {
  const total = alpha + beta;
  return { mean: alpha / total, sd: Math.sqrt((alpha * beta) / (total + 1)) / total };
}

/** P(X ≤ x), the regularised incomplete beta function. @param x points outside of [0, 1] give 0 and 1 @throws StatisticInputError */
export function betaCdf({ alpha, beta }: BetaParameters, x: number): number {
  check({ alpha, beta });
  if (x <= 0) return 0;
  return x >= 1 ? 1 : betainc(x, alpha, beta, true, false);
}

/** P(X > x), exact in the far tail too. @throws StatisticInputError */
export function betaSurvival({ alpha, beta }: BetaParameters, x: number): number {
  check({ alpha, beta });
  if (x <= 0) return 1;
  return x >= 1 ? 0 : betainc(x, alpha, beta, true, true);
}

/** The density at points within (0, 1), ready to be asked many times. @throws StatisticInputError */
export function betaDensity({ alpha, beta }: BetaParameters): (x: number) => number {
  check({ alpha, beta });
  const scale = gammaln(alpha + beta) - gammaln(alpha) - gammaln(beta);
  return (x) => Math.exp(scale + (alpha - 1) * Math.log(x) + (beta - 1) * Math.log1p(-x));
}

/**
 * The value below which the variable lies with probability p, by bisection to the last bits.
 * @param p in (0, 1)
 * @throws StatisticInputError for other p, and parameters that are not above 0
 */
export function betaQuantile(parameters: BetaParameters, p: number): number {
  check(parameters);
  if (!(p > 0 && p < 1)) throw new StatisticInputError(`beta quantile of ${p}`);
  let [low, high] = [0, 1];
  for (let i = 0; i < MOST_STEPS; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (betaCdf(parameters, middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function check({ alpha, beta }: BetaParameters): void {
  const isFine = alpha > 0 && beta > 0 && Number.isFinite(alpha + beta);
  if (!isFine) throw new StatisticInputError(`a beta distribution of ${alpha} and ${beta}`);
}
