import type { IntervalMethod } from './interval-method';
import { spendingBoundaries } from './spending-boundaries';

/** p-values below are not told apart. */
const SMALLEST_P = 1e-12;
const MOST_STEPS = 60;
/** Boundaries themselves are right to some 1e-8. */
const CLOSE_ENOUGH = 1e-8;

/**
 * Group sequential test at planned looks, spending `α t²`: the repeated confidence interval `effect ± c_k SE` and the repeated p-value, the
 * smallest level whose boundary at this look is reached. Narrower than an always valid interval, for the price of a fixed final sample.
 * Source: Jennison and Turnbull, "Group sequential methods with applications to clinical trials" (2000), chapters 7 and 9.
 * @param fractions `[K]` information fractions of the looks so far, this one last
 */
export function groupSequential(fractions: readonly number[]): IntervalMethod {
  const boundaryAt = (alpha: number): number => spendingBoundaries(fractions, alpha)[fractions.length - 1];
  return {
    name: 'group-sequential',
    criticalValue: (_, alpha) => boundaryAt(alpha),
    pValue: ({ effect, standardError }) => repeatedPValue(Math.abs(effect) / standardError, boundaryAt),
  };
}

/** How far a boundary lies above z, at the logarithm of a level. */
interface Gap {
  readonly at: number;
  readonly gap: number;
}

/**
 * The boundary falls nearly straight as the logarithm of the level grows: false position by the Illinois rule finds the level in a few
 * steps, and each of them costs the boundaries of all looks.
 */
function repeatedPValue(z: number, boundaryAt: (alpha: number) => number): number {
  const gapAt = (at: number): Gap => ({ at, gap: boundaryAt(Math.exp(at)) - z });
  let [low, high] = [gapAt(Math.log(SMALLEST_P)), gapAt(0)];
  if (low.gap <= 0) return SMALLEST_P;
  if (high.gap > 0) return 1;
  let middle = high;
  for (let i = 0; i < MOST_STEPS && Math.abs(middle.gap) > CLOSE_ENOUGH; i++) {
    const wasAbove = middle.gap > 0;
    middle = gapAt(between(low, high));
    const isAbove = middle.gap > 0;
    if (isAbove) [low, high] = [middle, wasAbove ? halved(high) : high];
    else [low, high] = [i > 0 && !wasAbove ? halved(low) : low, middle];
  }
  return Math.exp(middle.at);
}

function between(low: Gap, high: Gap): number {
  if (!Number.isFinite(low.gap)) return (low.at + high.at) / 2;
  return (low.at * high.gap - high.at * low.gap) / (high.gap - low.gap);
}

function halved({ at, gap }: Gap): Gap {
  return { at, gap: gap / 2 };
}
