import {
  accumulateGradient,
  emptyResponse,
  FACET_COUNT,
  FEATURE_LAYOUT,
  pictureVector,
  predictResponse,
  respond,
  tasteVector,
  type PictureResponse,
  type PictureVector,
} from '@keyart/features';
import { inCanonicalOrder, type OrderedRow } from './canonical-row-order';
import { importanceWeight } from './importance-weight';
import type { TrainingRow } from './training-row';

/** Rows that showed the same picture: `[from, until)` of the design's rows. */
interface PictureRows {
  readonly picture: PictureVector;
  /** Parameter of the artwork's own prior. */
  readonly priorAt: number;
  readonly from: number;
  readonly until: number;
}

/** Per-row numbers of the design: coefficients c `[n]` and taste vectors end to end `[n · F]`. */
interface RowVectors {
  readonly coefficients: Float64Array;
  readonly tastes: Float64Array;
}

/** Taste vectors laid end to end, `[n · F]`: read in one sweep, which is what the products spend their time on. */
function layTastes(ordered: readonly OrderedRow[]): Float64Array {
  const tastes = new Float64Array(ordered.length * FACET_COUNT);
  ordered.forEach(({ row }, r) => tastes.set(tasteVector(row.taste), r * FACET_COUNT));
  return tastes;
}

/** Overwrites `sums` with Σ c_r and Σ c_r t_r over the rows of one picture. */
function sumRows({ from, until }: PictureRows, rows: RowVectors, sums: PictureResponse): void {
  const { coefficients, tastes } = rows;
  const { slopes } = sums;
  sums.intercept = 0;
  slopes.fill(0);
  for (let r = from, at = from * slopes.length; r < until; r++, at += slopes.length) {
    sums.intercept += coefficients[r];
    for (let f = 0; f < slopes.length; f++) slopes[f] += coefficients[r] * tastes[at + f];
  }
}

/**
 * The design matrix X `[n × p]` of a log, never written out: row r is every feature of (taste, picture) and an indicator of
 * the artwork. Products with X cost n · F + pictures · N · F multiply-adds instead of n · N · F (N features a picture).
 */
export class TrainingDesign {
  /** p: weights of the feature layout, then one prior per artwork of `artworkIds`. */
  readonly parameterCount: number;
  /** Artworks of the log, ascending. */
  readonly artworkIds: readonly string[];
  /** Importance weights, `[n]`, in the design's row order. */
  readonly weights: Float64Array;
  /** `[n]`, in the design's row order. */
  readonly rewards: Float64Array;
  private readonly tastes: Float64Array;
  private readonly groups: PictureRows[] = [];

  /**
   * @param rows checked rows, any order
   * @param maxWeight clip of the importance weights
   */
  constructor(rows: readonly TrainingRow[], maxWeight: number) {
    const ordered = inCanonicalOrder(rows);
    this.artworkIds = [...new Set(rows.map(({ artwork }) => artwork.artworkId))].sort();
    this.parameterCount = FEATURE_LAYOUT.weightCount + this.artworkIds.length;
    this.weights = Float64Array.from(ordered, ({ row }) => importanceWeight(row, maxWeight));
    this.rewards = Float64Array.from(ordered, ({ row }) => row.reward);
    this.tastes = layTastes(ordered);
    const priorAt = new Map(this.artworkIds.map((id, i) => [id, FEATURE_LAYOUT.weightCount + i]));
    for (let from = 0, until = 0; from < ordered.length; from = until) {
      while (until < ordered.length && ordered[until].picture === ordered[from].picture) until++;
      const { artwork } = ordered[from].row;
      const group = { picture: pictureVector(artwork), priorAt: priorAt.get(artwork.artworkId) ?? NaN };
      this.groups.push({ ...group, from, until });
    }
  }

  /** Writes X θ, `[n]`, into `out`; `parameters` θ is `[p]`. */
  multiply(parameters: Float64Array, out: Float64Array): void {
    const response = emptyResponse();
    const length = response.slopes.length;
    for (const { picture, priorAt, from, until } of this.groups) {
      respond(parameters, picture, response);
      response.intercept += parameters[priorAt];
      for (let r = from; r < until; r++) out[r] = predictResponse(response, this.tastes, r * length);
    }
  }

  /** Writes Xᵀ c, `[p]`, into `out`; `coefficients` c is `[n]`. */
  multiplyTransposed(coefficients: Float64Array, out: Float64Array): void {
    const sums = emptyResponse();
    out.fill(0);
    for (const group of this.groups) {
      sumRows(group, { coefficients, tastes: this.tastes }, sums);
      accumulateGradient(out, group.picture, sums);
      out[group.priorAt] += sums.intercept;
    }
  }

  /**
   * The diagonal of Xᵀ W X, `[p]`, by the same walk over squares. For the shared match weight it leaves out cross products
   * of facets, which is good enough for a preconditioner.
   */
  approximateDiagonal(): Float64Array {
    const out = new Float64Array(this.parameterCount);
    const tastes = this.tastes.map((value) => value ** 2);
    const sums = emptyResponse();
    for (const group of this.groups) {
      const values = group.picture.values.map((value) => value ** 2);
      sumRows(group, { coefficients: this.weights, tastes }, sums);
      accumulateGradient(out, { ...group.picture, values }, sums);
      out[group.priorAt] += sums.intercept;
    }
    return out;
  }
}
