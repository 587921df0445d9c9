import type { ArtworkDescriptor } from './artwork-descriptor';
import { explainPrediction, type Contribution } from './explain-prediction';
import { denseWeights, type LinearParameters } from './linear-parameters';
import { emptyResponse, predictResponse, respond, type PictureResponse } from './picture-response';
import { pictureVector } from './picture-vector';
import type { TasteProfile } from './taste-profile';
import { tasteVector } from './taste-vector';

/**
 * Predicts reward from taste × picture with fixed parameters:
 * bias + prior(artwork) + editorial + Σ_g m_g a_g + s Σ_f t_f a_f + Σ_fz W_fz t_f z, where t is the taste vector, a the
 * picture's facets (length ≤ 1) and z facets and caption buckets. Pictures are contracted with the weights once per
 * descriptor object; a prediction is then F multiply-adds and allocates nothing.
 */
export class LinearPredictor {
  private readonly weights: Float64Array;
  private readonly priors: ReadonlyMap<string, number>;
  private readonly responses = new WeakMap<ArtworkDescriptor, PictureResponse>();

  /** @throws InputError `BAD_WEIGHTS` when the parameters do not fit the feature layout */
  constructor(parameters: LinearParameters) {
    this.weights = denseWeights(parameters);
    this.priors = new Map(Object.entries(parameters.artworkPriors));
  }

  /** Predicted reward; finite, about [0, .3] for a model fitted to the reward ladder. */
  predict(taste: TasteProfile, artwork: ArtworkDescriptor): number {
    return predictResponse(this.response(artwork), tasteVector(taste));
  }

  /**
   * The contributions that make up `predict`, largest magnitude first; all of them sum to the prediction.
   * @param limit how many to return; default all
   */
  explain(taste: TasteProfile, artwork: ArtworkDescriptor, limit = Infinity): Contribution[] {
    const prior = this.priors.get(artwork.artworkId) ?? 0;
    return explainPrediction({ weights: this.weights, prior, taste, artwork }).slice(0, limit);
  }

  private response(artwork: ArtworkDescriptor): PictureResponse {
    const known = this.responses.get(artwork);
    if (known) return known;
    const response = emptyResponse();
    respond(this.weights, pictureVector(artwork), response);
    response.intercept += this.priors.get(artwork.artworkId) ?? 0;
    this.responses.set(artwork, response);
    return response;
  }
}
