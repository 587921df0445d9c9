import { solveConjugateGradient } from '@keyart/common';
import { sigmoid } from './logit';

/** Rows to fit: `[n][p]` and what came of each. */
export interface LogisticRows {
  readonly features: readonly ArrayLike<number>[];
  /** 0 or 1, `[n]`. */
  readonly outcomes: ArrayLike<number>;
}

const STEPS = 30;
const TOLERANCE = 1e-8;
const LEAST_CURVATURE = 1e-9;

interface Newton {
  readonly gradient: Float64Array;
  /** `[p × p]` */
  readonly curvature: Float64Array;
}

function newtonOf({ features, outcomes }: LogisticRows, weights: Float64Array, ridge: number): Newton {
  const p = weights.length;
  const gradient = new Float64Array(p);
  const curvature = new Float64Array(p * p);
  const row = new Float64Array(p);
  row[0] = 1;
  features.forEach((values, i) => {
    for (let k = 1; k < p; k++) row[k] = values[k - 1];
    const chance = sigmoid(linear(weights, values));
    const variance = chance * (1 - chance);
    for (let k = 0; k < p; k++) {
      gradient[k] += (outcomes[i] - chance) * row[k];
      const scaled = variance * row[k];
      for (let l = k; l < p; l++) curvature[k * p + l] += scaled * row[l];
    }
  });
  for (let k = 0; k < p; k++) {
    if (k > 0) gradient[k] -= ridge * weights[k];
    curvature[k * p + k] += k > 0 ? ridge : LEAST_CURVATURE;
    for (let l = k + 1; l < p; l++) curvature[l * p + k] = curvature[k * p + l];
  }
  return { gradient, curvature };
}

function stepOf({ gradient, curvature }: Newton): Float64Array {
  const p = gradient.length;
  return solveConjugateGradient({
    apply: (x, out) => {
      for (let k = 0; k < p; k++) {
        let sum = 0;
        for (let l = 0; l < p; l++) sum += curvature[k * p + l] * x[l];
        out[k] = sum;
      }
    },
    rightSide: gradient,
    diagonal: Float64Array.from({ length: p }, (_, k) => curvature[k * p + k]),
  });
}

/** Log odds of a row: intercept first. */
export function linear(weights: ArrayLike<number>, features: ArrayLike<number>): number {
  let sum = weights[0];
  for (let k = 1; k < weights.length; k++) sum += weights[k] * features[k - 1];
  return sum;
}

/**
 * Logistic regression with a ridge on all but the intercept, by Newton's method (iteratively reweighted least squares; Hastie, Tibshirani &
 * Friedman 2009, 4.4.1). Returns `[1 + p]`, intercept first. @param ridge > 0, in units of observations; keeps separable rows finite
 */
export function fitLogistic(rows: LogisticRows, ridge: number): Float64Array {
  const weights = new Float64Array(1 + (rows.features[0]?.length ?? 0));
  for (let step = 0; step < STEPS; step++) {
    const change = stepOf(newtonOf(rows, weights, ridge));
    for (let k = 0; k < weights.length; k++) weights[k] += change[k];
    if (change.every((value) => Math.abs(value) < TOLERANCE)) break;
  }
  return weights;
}
