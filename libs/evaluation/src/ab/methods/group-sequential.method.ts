import { findRoot } from '../../numeric/find-root';
import type { IntervalMethod } from './interval-method';
import { spendingBoundaries } from './spending-boundaries';

/** p-values below are not told apart. */
const SMALLEST_P = 1e-12;
/** No boundary beyond is told from infinity. */
const FARTHEST = 9;

/**
 * Group sequential test at planned looks, spending `α t²`: the repeated confidence interval `effect ± c_k SE` and the repeated p-value, the
 * smallest level whose boundary at this look is reached. Narrower than an always valid interval, for the price of a fixed final sample.
 * Source: Jennison and Turnbull, "Group sequential methods with applications to clinical trials" (2000), chapters 7 and 9.
 * @param fractions `[K]` information fractions of the looks so far, this one last
 */
export function groupSequential(fractions: readonly number[]): IntervalMethod {
  const known = new Map<number, number>();
  const boundaryAt = (alpha: number): number => {
    const boundary = known.get(alpha) ?? spendingBoundaries(fractions, alpha)[fractions.length - 1];
    known.set(alpha, boundary);
    return boundary;
  };
  return {
    name: 'group-sequential',
    criticalValue: (_, alpha) => boundaryAt(alpha),
    pValue: ({ effect, standardError }) => repeatedPValue(Math.abs(effect) / standardError, boundaryAt),
  };
}

/** On the logarithm of the level; the boundary falls as the level grows. */
function repeatedPValue(z: number, boundaryAt: (alpha: number) => number): number {
  if (z < boundaryAt(1)) return 1;
  const excess = (logarithm: number): number => Math.min(boundaryAt(Math.exp(logarithm)), FARTHEST) - z;
  return Math.exp(findRoot(excess, [Math.log(SMALLEST_P), 0], 1e-10));
}
