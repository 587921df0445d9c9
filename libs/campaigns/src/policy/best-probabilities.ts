import {
  betaCdf,
  betaMoments,
  betaSurvival,
  StatisticInputError,
  type BetaParameters,
} from '@keyart/evaluation';
import { runningQuadrature } from './running-quadrature';

/** Beyond these tails nothing is integrated. */
const NEGLIGIBLE = 1e-14;
/** Where panels end, in standard deviations of each variable off its mean. */
const PANEL_ENDS = [-6, -3, -1, 1, 3, 6];
/** Towards 0 and 1, where a density may be steep, panels shrink. */
const GRADES = [1e-1, 1e-2, 1e-3, 1e-4, 1e-5];
/** Nodes of a panel; doubled until the probabilities sum to 1. */
const [FEWEST_NODES, MOST_NODES] = [12, 192];
/** How far from 1 the sum may be before it is scaled. */
export const BEST_PROBABILITY_TOLERANCE = 1e-9;

/**
 * The probability of each independent Beta variable to be the largest, `∫ f_k(x) ∏_{j≠k} F_j(x) dx`, by Gauss–Legendre quadrature in panels, F from f by the same. The K
 * integrals sum to 1 exactly, so their sum is a check of the accuracy: nodes are doubled until it holds within `BEST_PROBABILITY_TOLERANCE`.
 * Thompson sampling draws with just these probabilities.
 * Source: Thompson, "On the likelihood that one unknown probability exceeds another" (Biometrika 1933); Scott, "A modern Bayesian look at the
 * multi-armed bandit" (2010), equation 3.
 * @param variables `[K]`, K ≥ 1, both parameters ≥ 1 (bounded densities)
 * @returns `[K]`, ≥ 0, sum 1 up to rounding
 * @throws StatisticInputError for other parameters
 */
export function bestProbabilities(variables: readonly BetaParameters[]): number[] {
  check(variables);
  if (variables.length === 1) return [1];
  const ends = panelEnds(variables);
  for (let nodeCount = FEWEST_NODES; ; nodeCount *= 2) {
    const sums = integrate(variables, { ends, nodeCount });
    const total = sums.reduce((sum, value) => sum + value, 0);
    if (Math.abs(total - 1) < BEST_PROBABILITY_TOLERANCE) return sums.map((value) => value / total);
    if (nodeCount >= MOST_NODES) throw new Error(`probabilities to be best sum to ${total}`);
  }
}

interface Panels {
  /** Ascending. */
  readonly ends: readonly number[];
  readonly nodeCount: number;
}

function integrate(variables: readonly BetaParameters[], { ends, nodeCount }: Panels): number[] {
  const { weights, running } = runningQuadrature(nodeCount);
  const heights = variables.map((variable) => panelHeights(variable, { ends, nodeCount }));
  const below = variables.map((variable) => betaCdf(variable, ends[0]));
  const sums = variables.map(() => 0);
  for (let panel = 0; panel < ends.length - 1; panel++) {
    running.forEach((row, i) => {
      const others = productsOfOthers(
        heights.map((own, j) => Math.max(0, below[j] + product(row, own[panel]))),
      );
      for (let k = 0; k < sums.length; k++) sums[k] += weights[i] * heights[k][panel][i] * others[k];
    });
    heights.forEach((own, j) => (below[j] += product(weights, own[panel])));
  }
  return sums;
}

/**
 * `[panels][nodes]` densities times half the panel, scaled to the probability between the ends: at many thousands of impressions that is exact
 * where the logarithm of the beta function is not.
 */
function panelHeights(variable: BetaParameters, { ends, nodeCount }: Panels): Float64Array[] {
  const { nodes, weights } = runningQuadrature(nodeCount);
  const density = relativeDensity(variable);
  const heights = ends.slice(1).map((end, panel) => {
    const half = (end - ends[panel]) / 2;
    return nodes.map((node) => half * density(ends[panel] + half * (1 + node)));
  });
  const mass = betaCdf(variable, ends[ends.length - 1]) - betaCdf(variable, ends[0]);
  const scale = mass / heights.reduce((sum, own) => sum + product(weights, own), 0);
  return mass > 0
    ? heights.map((own) => own.map((height) => scale * height))
    : heights.map((own) => own.fill(0));
}

/** Relative to the density at the mean. */
function relativeDensity({ alpha, beta }: BetaParameters): (x: number) => number {
  const [a, b] = [alpha - 1, beta - 1];
  const { mean } = betaMoments({ alpha, beta });
  const peak = a * Math.log(mean) + b * Math.log1p(-mean);
  return (x) => Math.exp(a * Math.log(x) + b * Math.log1p(-x) - peak);
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** `∏_{j≠k} values_j` without a division, since values may be 0. */
function productsOfOthers(values: readonly number[]): number[] {
  const products = values.map(() => 1);
  let [before, after] = [1, 1];
  for (let k = 0; k < values.length; k++) {
    products[k] *= before;
    before *= values[k];
  }
  for (let k = values.length - 1; k >= 0; k--) {
    products[k] *= after;
    after *= values[k];
  }
  return products;
}

/** From where every variable has a lower tail, since the largest is nowhere below, to the end of all upper tails. */
function panelEnds(variables: readonly BetaParameters[]): number[] {
  const low = Math.max(...variables.map((one) => tailEnd(one, -1)));
  const high = Math.max(...variables.map((one) => tailEnd(one, 1)));
  const inner = variables.flatMap((one) => {
    const { mean, sd } = betaMoments(one);
    return PANEL_ENDS.map((deviations) => mean + deviations * sd);
  });
  const graded = GRADES.flatMap((grade) => [
    ...(low === 0 ? [grade * high] : []),
    ...(high === 1 ? [1 - grade * (1 - low)] : []),
  ]);
  const ends = [low, ...[...inner, ...graded].filter((x) => x > low && x < high), high].sort((a, b) => a - b);
  return ends.filter((x, i) => i === 0 || x > ends[i - 1]);
}

/** A point beyond which the variable lies with negligible probability. */
function tailEnd(variable: BetaParameters, side: -1 | 1): number {
  const { mean, sd } = betaMoments(variable);
  const tail = side < 0 ? betaCdf : betaSurvival;
  let deviations = 6;
  while (tail(variable, mean + side * deviations * sd) > NEGLIGIBLE) deviations *= 1.25;
  return Math.min(1, Math.max(0, mean + side * deviations * sd));
}

function check(variables: readonly BetaParameters[]): void {
  if (variables.length === 0) throw new StatisticInputError('the best of no variables');
  for (const { alpha, beta } of variables)
    if (!(alpha >= 1 && beta >= 1 && Number.isFinite(alpha + beta)))
      throw new StatisticInputError(
        `the best of beta variables, one of ${alpha} and ${beta}: must be 1 at least`,
      );
}
