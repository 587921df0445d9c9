import { solveConjugateGradient } from '@keyart/common';
import type { BilinearFeatures, BilinearRidges, BilinearRow } from './bilinear-data';
import { BilinearDesign, contract, type BilinearLayout } from './bilinear-design';

/** Ranking does not see the fourth digit. */
const TOLERANCE = 1e-3;

/** A fitted bilinear model of reward in viewer × picture. */
export class BilinearModel {
  private readonly rows = new Map<number, Float64Array>();

  constructor(
    private readonly features: BilinearFeatures,
    private readonly layout: BilinearLayout,
    private readonly parameters: Float64Array,
  ) {}

  /** Predicted reward without the title's and the viewer's own level, which do not rank. */
  predict(viewer: number, picture: number): number {
    const row = this.row(picture);
    const taste = this.features.viewers[viewer];
    let sum = row[0] + this.parameters[this.layout.artworks + picture];
    for (let j = 0; j < taste.length; j++) sum += row[j + 1] * taste[j];
    return sum;
  }

  private row(picture: number): Float64Array {
    const known = this.rows.get(picture);
    if (known) return known;
    const row = new Float64Array(this.layout.v);
    contract(this.parameters, this.features.pictures[picture], row);
    this.rows.set(picture, row);
    return row;
  }
}

/**
 * Fits reward ≈ φ̃(viewer)ᵀ W ψ̃(picture) + artwork + title + viewer by importance-weighted ridge
 * regression: (Xᵀ W X + Λ) θ = Xᵀ W y by conjugate gradients. Titles and viewers differ more in what they are worth than
 * pictures do; giving each its own level takes that noise out of the rest.
 * @param rows at least one
 */
export function fitBilinear(
  features: BilinearFeatures,
  rows: readonly BilinearRow[],
  ridges: BilinearRidges,
): BilinearModel {
  const design = new BilinearDesign(features, rows);
  const weights = design.column(({ weight }) => weight);
  const perRow = design.column(({ reward }) => reward).map((reward, r) => reward * weights[r]);
  const lambda = design.ridges(ridges);
  const rightSide = new Float64Array(design.layout.count);
  design.multiplyTransposed(perRow, rightSide);
  const apply = (x: Float64Array, out: Float64Array): void => {
    design.multiply(x, perRow);
    for (let r = 0; r < perRow.length; r++) perRow[r] *= weights[r];
    design.multiplyTransposed(perRow, out);
    for (let j = 0; j < out.length; j++) out[j] += lambda[j] * x[j];
  };
  const diagonal = new Float64Array(design.layout.count);
  design.diagonal(weights, diagonal);
  for (let j = 0; j < diagonal.length; j++) diagonal[j] += lambda[j];
  const solved = solveConjugateGradient({ apply, rightSide, diagonal, tolerance: TOLERANCE });
  return new BilinearModel(features, design.layout, solved);
}
