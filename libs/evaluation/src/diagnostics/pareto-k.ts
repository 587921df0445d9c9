/** Below so many tail weights a shape says nothing. */
const LEAST_TAIL_COUNT = 5;
/** Pulls the shape towards 1/2 as if so many more weights had been seen. */
const PRIOR_COUNT = 10;
const PRIOR_SHAPE = 0.5;
/** Weights as near as this, by the largest, are one: quotients of the same two probabilities differ in their last digits. */
const ROUNDING = 1e-9;

/** How many of the largest weights make the tail: a fifth of all, 3 √n at most. @param weightCount n */
export function tailCount(weightCount: number): number {
  return Math.min(Math.floor(weightCount / 5), Math.ceil(3 * Math.sqrt(weightCount)));
}

/**
 * Shape k of the generalised Pareto distribution fitted to the largest importance weights: the estimate has a finite variance for k < .5, and
 * from .7 on more rows hardly help. Zhang & Stephens's posterior mean, with the weak prior of Pareto-smoothed importance sampling.
 * Source: Vehtari, Simpson, Gelman, Yao & Gabry, Pareto smoothed importance sampling, JMLR 2024 (sections 3, appendix G).
 * @param largest the tail in any order, `tailCount` weights and the largest one below them (the cutoff)
 * @returns k; null: too few, or half of them tie with the largest but for rounding, which is a step and no tail, as where the policy is
 * deterministic and the log uniform
 */
export function paretoK(largest: Float64Array): number | null {
  const sorted = Float64Array.from(largest).sort();
  const top = sorted[sorted.length - 1];
  const rounding = ROUNDING * top;
  const tail = sorted.subarray(1).map((weight) => (weight - sorted[0] > rounding ? weight - sorted[0] : 0));
  const count = tail.length;
  if (count < LEAST_TAIL_COUNT || !(top - sorted[1 + Math.floor(count / 2)] > rounding)) return null;
  const shape = generalisedParetoShape(tail);
  return (count * shape + PRIOR_COUNT * PRIOR_SHAPE) / (count + PRIOR_COUNT);
}

/** @param excesses ascending, ≥ 0, the last > 0 */
function generalisedParetoShape(excesses: Float64Array): number {
  const count = excesses.length;
  const gridCount = 30 + Math.floor(Math.sqrt(count));
  const quartile = excesses[Math.max(0, Math.floor(count / 4 + 0.5) - 1)] || excesses[count - 1] / 4;
  const thetas = Array.from(
    { length: gridCount },
    (_, j) => 1 / excesses[count - 1] + (1 - Math.sqrt(gridCount / (j + 0.5))) / (3 * quartile),
  );
  const shapes = thetas.map((theta) => meanLog(excesses, theta));
  const likelihoods = thetas.map((theta, j) => count * (Math.log(-theta / shapes[j]) - shapes[j] - 1));
  const theta = thetas.reduce((sum, one, j) => {
    const odds = likelihoods.reduce((all, other) => all + Math.exp(other - likelihoods[j]), 0);
    return sum + one / odds;
  }, 0);
  return meanLog(excesses, theta);
}

/** The shape that goes with θ: mean of ln(1 − θ x). */
function meanLog(excesses: Float64Array, theta: number): number {
  return excesses.reduce((sum, excess) => sum + Math.log1p(-theta * excess), 0) / excesses.length;
}
