import { StatisticInputError } from '../../errors';
import { findRoot } from '../../numeric/find-root';
import {
  AT_START,
  exitProbability,
  lookStep,
  surviveLook,
  type LookStep,
  type Surviving,
} from './stopped-paths';

/** No z beyond is told from infinity. */
const FARTHEST = 9;
const SMALLEST_SPEND = 1e-17;
const TINY = 1e-300;

/**
 * Two-sided group sequential boundaries that spend `α t²` of the level by information fraction t (the power family of Kim and DeMets with
 * exponent 2): at look k stop when |z| reaches the k-th of them; P(any stop | no effect) = α t_K². Looks need not be equally spaced, nor
 * their number be known beforehand, only the final sample. The last one may come later than planned (t_K > 1): it spends what is left of the
 * level, and z hangs together with those before by the information that there is.
 * Source: Lan and DeMets, "Discrete sequential boundaries for clinical trials" (Biometrika 1983); Kim and DeMets (Biometrika 1987).
 * @param fractions `[K]` information so far at each look, share of the final one, increasing, > 0, all but the last below 1
 * @param alpha two-sided, in (0, 1]
 * @returns `[K]` z-values, infinite where nothing can be spent
 * @throws StatisticInputError naming the fraction that is out of order
 */
export function spendingBoundaries(fractions: readonly number[], alpha: number): number[] {
  checkFractions(fractions);
  let surviving = AT_START;
  return fractions.map((fraction, k) => {
    const last = fractions[k - 1] ?? 0;
    const step = lookStep(last, fraction);
    const boundary = findBoundary(surviving, step, alpha * (Math.min(1, fraction) ** 2 - last ** 2));
    surviving = goOn(surviving, step, { boundary, next: fractions[k + 1], fraction });
    return boundary;
  });
}

/**
 * P(|z| reaches the boundary at look k for the first time), without an effect: what each look of a plan costs. Their sum is the true level of
 * a test looked at that often.
 * @param fractions `[K]` information fractions, increasing, > 0, all but the last below 1
 * @param boundaries `[K]` z-values > 0
 * @returns `[K]`
 */
export function crossingProbabilities(fractions: readonly number[], boundaries: readonly number[]): number[] {
  checkFractions(fractions);
  let surviving = AT_START;
  return fractions.map((fraction, k) => {
    const step = lookStep(fractions[k - 1] ?? 0, fraction);
    const exit = exitProbability(surviving, step, boundaries[k]);
    surviving = goOn(surviving, step, { boundary: boundaries[k], next: fractions[k + 1], fraction });
    return exit;
  });
}

/** After the last look nobody asks where paths are. */
function goOn(
  surviving: Surviving,
  step: LookStep,
  { boundary, fraction, next }: { boundary: number; fraction: number; next?: number },
): Surviving {
  if (next === undefined) return surviving;
  return surviveLook(surviving, step, { boundary, nextSpread: lookStep(fraction, next).spread });
}

/** On the logarithm, which is nearly a parabola in z. */
function findBoundary(surviving: Surviving, step: LookStep, spend: number): number {
  if (spend < SMALLEST_SPEND) return Infinity;
  const excess = (z: number): number =>
    Math.log(exitProbability(surviving, step, z) + TINY) - Math.log(spend);
  return findRoot(excess, [0, FARTHEST], 1e-10);
}

function checkFractions(fractions: readonly number[]): void {
  if (fractions.length === 0)
    throw new StatisticInputError('a group sequential test needs one look at least');
  fractions.forEach((fraction, i) => {
    const last = fractions[i - 1] ?? 0;
    if (!(fraction > last && fraction < Infinity))
      throw new StatisticInputError(
        `information fraction ${i + 1} is ${fraction}, must be a number above the one before`,
      );
    if (last >= 1)
      throw new StatisticInputError(
        `information fraction ${i} is ${last}: the level is spent, no look may follow`,
      );
  });
}
