import type { BilinearFeatures, BilinearRidges, BilinearRow } from './bilinear-data';

/** Where each parameter lies: the matrix W `[(1 + Z) × (1 + V)]`, artworks, titles, viewers, pairs. */
export interface BilinearLayout {
  readonly v: number;
  readonly z: number;
  readonly artworks: number;
  readonly titles: number;
  readonly viewers: number;
  readonly pairs: number;
  readonly count: number;
}

/** The layout for features. */
export function bilinearLayout({ viewers, pictures, titleCount, pair }: BilinearFeatures): BilinearLayout {
  const v = 1 + viewers[0].length;
  const z = 1 + pictures[0].length;
  const artworks = z * v;
  const titles = artworks + pictures.length;
  const viewersAt = titles + titleCount;
  const pairs = viewersAt + viewers.length;
  return { v, z, artworks, titles, viewers: viewersAt, pairs, count: pairs + (pair?.(0, 0).length ?? 0) };
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
  /** `[n · E]`. */
  private readonly pairs: Float64Array;
  private readonly pairCount: number;

  constructor(
    private readonly features: BilinearFeatures,
    rows: readonly BilinearRow[],
  ) {
    this.layout = bilinearLayout(features);
    this.rows = [...rows].sort((a, b) => a.picture - b.picture);
    this.pairCount = this.layout.count - this.layout.pairs;
    this.pairs = Float64Array.from(
      this.rows.flatMap(({ viewer, picture }) => features.pair?.(viewer, picture) ?? []),
    );
  }

  get rowCount(): number {
    return this.rows.length;
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
      for (let e = 0; e < this.pairCount; e++)
        sum += parameters[layout.pairs + e] * this.pairs[r * this.pairCount + e];
      out[r] = sum;
    }
  }

  /** Writes Xᵀ c, `[p]`; with `isSquared` every entry of X is squared first. */
  multiplyTransposed(coefficients: Float64Array, out: Float64Array, isSquared = false): void {
    const { features, layout, rows } = this;
    const of = isSquared ? (x: number): number => x * x : (x: number): number => x;
    const sums = new Float64Array(layout.v);
    out.fill(0);
    for (let r = 0; r < rows.length; r++) {
      const { viewer, picture } = rows[r];
      const c = coefficients[r];
      const taste = features.viewers[viewer];
      sums[0] += c;
      for (let j = 0; j < taste.length; j++) sums[j + 1] += c * of(taste[j]);
      out[layout.artworks + picture] += c;
      out[layout.titles + features.titleOf[picture]] += c;
      out[layout.viewers + viewer] += c;
      for (let e = 0; e < this.pairCount; e++)
        out[layout.pairs + e] += c * of(this.pairs[r * this.pairCount + e]);
      if (r + 1 === rows.length || rows[r + 1].picture !== picture) {
        const vector = features.pictures[picture];
        spread(out, isSquared ? vector.map(of) : vector, sums);
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
    return out.fill(ridges.viewer, layout.viewers, layout.pairs).fill(ridges.pair, layout.pairs);
  }
}
