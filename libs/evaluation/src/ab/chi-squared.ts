import { StatisticInputError } from '../errors';

/** Relative accuracy of the incomplete gamma function. */
const EPSILON = 1e-15;
const MAX_TERM_COUNT = 10_000;
/** Lanczos's approximation with g = 5, n = 6; relative error below 2e-10. */
const LANCZOS = [
  76.18009172947146, -86.50532032941677, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2,
  -0.5395239384953e-5,
];
const LANCZOS_ZERO = 1.000000000190015;

/**
 * P(X ≥ statistic) of a χ² distribution: the p-value of Pearson's test. Q(k/2, x/2), the regularised upper incomplete gamma
 * function, by series below x = a + 1 and by continued fraction (modified Lentz) above. Relative error below 1e-8.
 * Source: Press et al., "Numerical recipes in C", 2nd edition, section 6.2.
 * @param statistic ≥ 0
 * @param degreesOfFreedom ≥ 1
 * @returns in [0, 1]
 * @throws StatisticInputError when an argument is out of range
 */
export function chiSquaredSurvival(statistic: number, degreesOfFreedom: number): number {
  if (!(statistic >= 0) || !(degreesOfFreedom >= 1))
    throw new StatisticInputError(`χ² of ${statistic} with ${degreesOfFreedom} degrees of freedom`);
  const [a, x] = [degreesOfFreedom / 2, statistic / 2];
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  const density = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - density * lowerSeries(a, x) : density * upperFraction(a, x);
}

/** Σ x^n / (a (a+1) … (a+n)). */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MAX_TERM_COUNT && term > sum * EPSILON; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** 1 / (x + 1 − a − 1(1−a) / (x + 3 − a − …)). */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i < MAX_TERM_COUNT; i++) {
    const numerator = -i * (i - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < EPSILON) break;
  }
  return fraction;
}

function logGamma(value: number): number {
  const shifted = value + 5.5;
  const series = LANCZOS.reduce((sum, weight, i) => sum + weight / (value + 1 + i), LANCZOS_ZERO);
  return (value + 0.5) * Math.log(shifted) - shifted + Math.log((Math.sqrt(2 * Math.PI) * series) / value);
}
