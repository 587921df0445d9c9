import type { ArtworkDescriptor } from './artwork-descriptor';
import { explainPrediction, type Contribution } from './explain-prediction';
import { denseWeights, type LinearParameters } from './linear-parameters';
import { emptyResponse, respond } from './picture-response';
import { pictureVector } from './picture-vector';
import type { TasteProfile } from './taste-profile';
import { tasteVector } from './taste-vector';

/**
 * A picture's response, `[F + 1]`: slopes, then intercept. A plain array of doubles lies on the heap beside what was made
 * with it, a typed array elsewhere: over a catalogue of thousands of pictures memory is what a prediction waits for.
 */
type ResponseRow = readonly number[];

function predictRow(row: ResponseRow, taste: Float64Array): number {
  let sum = row[taste.length];
  for (let f = 0; f < taste.length; f++) sum += row[f] * taste[f];
  return sum;
}

/**
 * Predicts reward from taste × picture with fixed parameters:
 * bias + prior(artwork) + editorial + Σ_g m_g a_g + s Σ_f t_f a_f + Σ_fz W_fz t_f z, where t is the taste vector, a the
 * picture's facets (length ≤ 1) and z facets and caption buckets. Pictures are contracted with the weights once per
 * descriptor object; a prediction is then F multiply-adds and allocates nothing.
 */
export class LinearPredictor {
  private readonly weights: Float64Array;
  private readonly priors: ReadonlyMap<string, number>;
  private readonly rows = new WeakMap<ArtworkDescriptor, ResponseRow>();
  private readonly scratch = emptyResponse();

  /** @throws InputError `BAD_WEIGHTS` when the parameters do not fit the feature layout */
  constructor(parameters: LinearParameters) {
    this.weights = denseWeights(parameters);
    this.priors = new Map(Object.entries(parameters.artworkPriors));
  }

  /** Predicted reward; finite, about [0, .3] for a model fitted to the reward ladder. */
  predict(taste: TasteProfile, artwork: ArtworkDescriptor): number {
    return predictRow(this.row(artwork), tasteVector(taste));
  }

  /** `predict` for one viewer's many pictures. */
  forTaste(taste: TasteProfile): (artwork: ArtworkDescriptor) => number {
    const vector = tasteVector(taste);
    return (artwork) => predictRow(this.row(artwork), vector);
  }

  /**
   * The contributions that make up `predict`, largest magnitude first; all of them sum to the prediction.
   * @param limit how many to return; default all
   */
  explain(taste: TasteProfile, artwork: ArtworkDescriptor, limit = Infinity): Contribution[] {
    const prior = this.priors.get(artwork.artworkId) ?? 0;
    return explainPrediction({ weights: this.weights, prior, taste, artwork }).slice(0, limit);
  }

  private row(artwork: ArtworkDescriptor): ResponseRow {
    const known = this.rows.get(artwork);
    if (known) return known;
    respond(this.weights, pictureVector(artwork), this.scratch);
    const { slopes, intercept } = this.scratch;
    const row = new Array<number>(slopes.length + 1);
    for (let f = 0; f < slopes.length; f++) row[f] = slopes[f];
    row[slopes.length] = intercept + (this.priors.get(artwork.artworkId) ?? 0);
    this.rows.set(artwork, row);
    return row;
  }
}
