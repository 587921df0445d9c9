import type { BilinearFeatures, BilinearRidges, BilinearRow } from './bilinear-data';

/** Where each parameter lies: the matrix W `[(1 + Z) × (1 + V)]`, artworks, titles, viewers. */
export interface BilinearLayout {
  readonly v: number;
  readonly z: number;
  readonly artworks: number;
  readonly titles: number;
  readonly viewers: number;
  readonly count: number;
}

/** The layout for features. */
export function bilinearLayout({ viewers, pictures, titleCount }: BilinearFeatures): BilinearLayout {
  const v = 1 + viewers[0].length;
  const z = 1 + pictures[0].length;
  const artworks = z * v;
  const titles = artworks + pictures.length;
  const viewersAt = titles + titleCount;
  return { v, z, artworks, titles, viewers: viewersAt, count: viewersAt + viewers.length };
}

/** Contracts W with a picture: `out[j]` = W[0, j] + Σ_z ψ_z W[1 + z, j], `[1 + V]`. */
export function contract(parameters: Float64Array, picture: Float64Array, out: Float64Array): void {
  const v = out.length;
  for (let j = 0; j < v; j++) out[j] = parameters[j];
  for (let z = 0; z < picture.length; z++) {
    const value = picture[z];
    const offset = (z + 1) * v;
    for (let j = 0; j < v; j++) out[j] += value * parameters[offset + j];
  }
}

function spread(gradient: Float64Array, picture: Float64Array, sums: Float64Array): void {
  const v = sums.length;
  for (let j = 0; j < v; j++) gradient[j] += sums[j];
  for (let z = 0; z < picture.length; z++) {
    const value = picture[z];
    const offset = (z + 1) * v;
    for (let j = 0; j < v; j++) gradient[offset + j] += value * sums[j];
  }
}

/** Rows sorted by picture, with the numbers of each row that products need. */
export class BilinearDesign {
  readonly layout: BilinearLayout;
  private readonly rows: readonly BilinearRow[];

  constructor(
    private readonly features: BilinearFeatures,
    rows: readonly BilinearRow[],
  ) {
    this.layout = bilinearLayout(features);
    this.rows = [...rows].sort((a, b) => a.picture - b.picture);
  }

  /** Per row in this design's order. */
  column(of: (row: BilinearRow) => number): Float64Array {
    return Float64Array.from(this.rows, of);
  }

  /** Writes X θ, `[n]`. */
  multiply(parameters: Float64Array, out: Float64Array): void {
    const { features, layout, rows } = this;
    const slopes = new Float64Array(layout.v);
    let last = -1;
    for (let r = 0; r < rows.length; r++) {
      const { viewer, picture } = rows[r];
      if (picture !== last) contract(parameters, features.pictures[picture], slopes);
      last = picture;
      const taste = features.viewers[viewer];
      let sum = slopes[0] + parameters[layout.artworks + picture];
      sum += parameters[layout.titles + features.titleOf[picture]] + parameters[layout.viewers + viewer];
      for (let j = 0; j < taste.length; j++) sum += slopes[j + 1] * taste[j];
      out[r] = sum;
    }
  }

  /** Writes Xᵀ c, `[p]`. */
  multiplyTransposed(coefficients: Float64Array, out: Float64Array): void {
    this.gather(coefficients, out, this.features);
  }

  /** Writes the diagonal of Xᵀ W X, `[p]`: the same walk over squares. */
  diagonal(weights: Float64Array, out: Float64Array): void {
    const squared = (vectors: readonly Float64Array[]): Float64Array[] =>
      vectors.map((vector) => vector.map((x) => x * x));
    this.gather(weights, out, {
      viewers: squared(this.features.viewers),
      pictures: squared(this.features.pictures),
    });
  }

  private gather(
    coefficients: Float64Array,
    out: Float64Array,
    { viewers, pictures }: Pick<BilinearFeatures, 'viewers' | 'pictures'>,
  ): void {
    const { layout, rows } = this;
    const sums = new Float64Array(layout.v);
    out.fill(0);
    for (let r = 0; r < rows.length; r++) {
      const { viewer, picture } = rows[r];
      const c = coefficients[r];
      const taste = viewers[viewer];
      sums[0] += c;
      for (let j = 0; j < taste.length; j++) sums[j + 1] += c * taste[j];
      out[layout.artworks + picture] += c;
      out[layout.titles + this.features.titleOf[picture]] += c;
      out[layout.viewers + viewer] += c;
      if (r + 1 === rows.length || rows[r + 1].picture !== picture) {
        spread(out, pictures[picture], sums);
        sums.fill(0);
      }
    }
  }

  /** λ per parameter, `[p]`. */
  ridges(ridges: BilinearRidges): Float64Array {
    const { layout } = this;
    const out = new Float64Array(layout.count).fill(ridges.interaction, 0, layout.artworks);
    for (let z = 0; z < layout.z; z++) out[z * layout.v] = ridges.main;
    out[0] = ridges.main / 100;
    out
      .fill(ridges.artwork, layout.artworks, layout.titles)
      .fill(ridges.title, layout.titles, layout.viewers);
    return out.fill(ridges.viewer, layout.viewers);
  }
}
