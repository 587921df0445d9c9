import { findRoot } from '@keyart/evaluation';
import { extraVariance, type FittedCell, type LogOddsFit } from './log-odds-fit';

/** σ before any answer: cells lie by so much (log odds) off what title and match say. Ours. */
export const START_SPREAD = 0.2;
const [LEAST_SPREAD, MOST_SPREAD] = [0.05, 0.6];
/** The start counts like so many further cells of so many impressions each. */
const [START_CELLS, START_IMPRESSIONS] = [4, 1000];

/**
 * σ for which Pearson's X² over the cells, each with variance `n m(1−m)(1 + (n−1) σ² m(1−m))`, has its expectation, the degrees of freedom that
 * the fit leaves. A few made-up cells that lie just `START_SPREAD` off keep it steady while there are few answers.
 * Source: Williams, "Extra-binomial variation in logistic linear models" (Applied Statistics 1982), section 3.
 * @returns in [.05, .6]
 */
export function estimateSpread({ cells }: LogOddsFit, baseRate: number): number {
  const seen = cells.flat().filter(({ impressionCount }) => impressionCount > 0);
  const freedom = seen.reduce((sum, { weight, variance }) => sum + 1 - weight * variance, START_CELLS);
  const startUnit = baseRate * (1 - baseRate);
  const started = extraVariance(START_IMPRESSIONS, START_SPREAD ** 2 * startUnit);
  const excess = (logSpread: number): number => {
    const square = Math.exp(2 * logSpread);
    const start = (START_CELLS * started) / extraVariance(START_IMPRESSIONS, square * startUnit);
    return seen.reduce((sum, cell) => sum + pearson(cell, square), start) - freedom;
  };
  return Math.exp(findRoot(excess, [Math.log(LEAST_SPREAD), Math.log(MOST_SPREAD)], 1e-6));
}

function pearson({ impressionCount: n, takeCount, rate }: FittedCell, square: number): number {
  const unit = rate * (1 - rate);
  return (takeCount - n * rate) ** 2 / (n * unit * extraVariance(n, square * unit));
}
