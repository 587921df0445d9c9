import { InputError, solveConjugateGradient } from '@keyart/common';
import { denseWeights, FEATURE_LAYOUT, FEATURE_VERSION } from '@keyart/features';
import type { BaselineModel } from '@keyart/ranking';
import { assembleBaselineModel } from './assemble-baseline-model';
import { checkRows } from './check-rows';
import { LEARNING_ERROR_CODES } from './errors';
import { TrainingDesign } from './training-design';
import type { TrainingRow } from './training-row';

/** How strongly the fit holds on to where it starts, and how far single rows may pull. */
export interface BaselineTrainingOptions {
  /** θ₀: usually `warmStartBaseline()` or the model in service. */
  readonly priorModel: BaselineModel;
  /** λ of the content weights, > 0: reward variance (about .06) over the variance expected of a weight (.05²). */
  readonly ridge?: number;
  /** λ of the artworks' own priors, > 0: an artwork's mean moves halfway after so many impressions. */
  readonly artworkRidge?: number;
  /** Clip of the importance weights, ≥ 1. */
  readonly maxWeight?: number;
}

const DEFAULTS = { ridge: 20, artworkRidge: 20, maxWeight: 10 } as const;
/** Level and pooled match are seen by every row and known least beforehand: they may move freely. */
const LOOSE_FRACTION = 0.01;

function checkOptions({ priorModel, ...numbers }: Required<BaselineTrainingOptions>): void {
  if (priorModel.featureVersion !== FEATURE_VERSION) {
    throw new InputError(
      LEARNING_ERROR_CODES.featureVersion,
      `prior model ${priorModel.version} is of ${priorModel.featureVersion}, rows are of ${FEATURE_VERSION}`,
    );
  }
  for (const [name, value] of Object.entries(numbers)) {
    const least = name === 'maxWeight' ? 1 : Number.MIN_VALUE;
    if (!(Number.isFinite(value) && value >= least)) {
      throw new InputError(
        LEARNING_ERROR_CODES.badOption,
        `${name} ${value} is not a number of at least ${least}`,
      );
    }
  }
}

/** λ per parameter, `[p]`. */
function ridgeStrengths(design: TrainingDesign, options: Required<BaselineTrainingOptions>): Float64Array {
  const strengths = new Float64Array(design.parameterCount).fill(options.ridge);
  strengths[FEATURE_LAYOUT.bias] *= LOOSE_FRACTION;
  strengths[FEATURE_LAYOUT.match] *= LOOSE_FRACTION;
  return strengths.fill(options.artworkRidge, FEATURE_LAYOUT.weightCount);
}

/** θ₀ laid out for the design, `[p]`. */
function startingPoint(design: TrainingDesign, priorModel: BaselineModel): Float64Array {
  const start = new Float64Array(design.parameterCount);
  const priors = new Map(Object.entries(priorModel.artworkPriors));
  start.set(denseWeights(priorModel));
  design.artworkIds.forEach((id, i) => (start[FEATURE_LAYOUT.weightCount + i] = priors.get(id) ?? 0));
  return start;
}

/** Solves (Xᵀ W X + Λ) δ = Xᵀ W (y − X θ₀); the answer is θ₀ + δ, `[p]`. */
function solve(design: TrainingDesign, start: Float64Array, ridges: Float64Array): Float64Array {
  const { weights, rewards, parameterCount } = design;
  const perRow = new Float64Array(weights.length);
  design.multiply(start, perRow);
  for (let r = 0; r < perRow.length; r++) perRow[r] = weights[r] * (rewards[r] - perRow[r]);
  const rightSide = new Float64Array(parameterCount);
  design.multiplyTransposed(perRow, rightSide);
  const apply = (x: Float64Array, out: Float64Array): void => {
    design.multiply(x, perRow);
    for (let r = 0; r < perRow.length; r++) perRow[r] *= weights[r];
    design.multiplyTransposed(perRow, out);
    for (let j = 0; j < parameterCount; j++) out[j] += ridges[j] * x[j];
  };
  const diagonal = design.approximateDiagonal().map((value, j) => value + ridges[j]);
  return solveConjugateGradient({ apply, rightSide, diagonal }).map((delta, j) => start[j] + delta);
}

/**
 * Fits the production baseline to a decision log by importance-weighted ridge regression around a prior model θ₀:
 * minimise Σ_i w_i (y_i − x_i·θ)² + Σ_j λ_j (θ_j − θ₀_j)², w = min(1 / (K · propensity), maxWeight), which is the direct
 * method's reward model for the uniform policy, so the logger's habits do not leak into it. Solved to the last digits by
 * conjugate gradients; the rows' order does not change the result by a bit. Without rows the prior model comes back.
 * @param rows rendered, attributed, unlocked decisions
 * @throws InputError `BAD_TRAINING_ROW` (row index and field), `BAD_TRAINING_OPTION`, `FEATURE_VERSION_MISMATCH`
 */
export function trainBaseline(rows: readonly TrainingRow[], options: BaselineTrainingOptions): BaselineModel {
  const settings = { ...DEFAULTS, ...options };
  checkOptions(settings);
  checkRows(rows);
  const design = new TrainingDesign(rows, settings.maxWeight);
  const start = startingPoint(design, settings.priorModel);
  const fitted = solve(design, start, ridgeStrengths(design, settings));
  const priors = new Map(Object.entries(settings.priorModel.artworkPriors));
  design.artworkIds.forEach((id, i) => priors.set(id, fitted[FEATURE_LAYOUT.weightCount + i]));
  return assembleBaselineModel(fitted.subarray(0, FEATURE_LAYOUT.weightCount), priors);
}
