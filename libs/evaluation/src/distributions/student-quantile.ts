import { StatisticInputError } from '../errors';
import { normalQuantile } from './normal-quantile';

/** Above, the expansion is exact to the last digits that anybody reads. */
const EXPANSION_FROM = 3;

/**
 * The value below which a Student t variable lies with probability p.
 * Source: Hill, Algorithm 396: Student's t-quantiles, Communications of the ACM 1970; exact for 1 and 2 degrees of freedom, six digits
 * from 3 on.
 * @param p in (0, 1)
 * @param degreesOfFreedom ≥ 1, not necessarily whole
 * @throws StatisticInputError for other arguments
 */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  if (!(p > 0 && p < 1) || !(degreesOfFreedom >= 1))
    throw new StatisticInputError(`t quantile of ${p} with ${degreesOfFreedom} degrees of freedom`);
  if (p === 0.5) return 0;
  const tail = 2 * Math.min(p, 1 - p);
  return Math.sign(p - 0.5) * upperQuantile(tail, degreesOfFreedom);
}

/** @param tail two-sided, in (0, 1) */
function upperQuantile(tail: number, n: number): number {
  if (n === 1) return 1 / Math.tan((tail * Math.PI) / 2);
  if (n === 2) return Math.sqrt(2 / (tail * (2 - tail)) - 2);
  const a = 1 / (n - 0.5);
  const b = (48 / a) * (1 / a);
  let c = (((20700 * a) / b - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * n;
  let y = (d * tail) ** (2 / n);
  if (y > 0.05 + a && n >= EXPANSION_FROM) {
    const x = normalQuantile(tail / 2);
    y = x * x;
    if (n < 5) c += 0.3 * (n - 4.5) * (x + 0.6);
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
    y = Math.expm1(a * y * y);
  } else {
    y =
      ((1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1) *
        ((n + 1) / (n + 2)) +
      1 / y;
  }
  return Math.sqrt(n * y);
}
