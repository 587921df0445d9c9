import { FACET_COUNT, FEATURE_LAYOUT as AT } from './feature-layout';
import type { PictureVector } from './picture-vector';

/**
 * A picture seen through a model's weights: the prediction for a taste t is `intercept + slopes · t`.
 * Because the model is linear in t for a fixed picture, F multiply-adds predict what F · N interactions would.
 */
export interface PictureResponse {
  intercept: number;
  /** `[F]`. */
  readonly slopes: Float64Array;
}

/** A response of zeros, to be filled by `respond` or summed up for `accumulateGradient`. */
export function emptyResponse(): PictureResponse {
  return { intercept: 0, slopes: new Float64Array(FACET_COUNT) };
}

/**
 * Contracts the weights with a picture; overwrites `response`. Artwork priors are not in here.
 * @param weights `[FEATURE_LAYOUT.weightCount]`
 */
export function respond(weights: Float64Array, picture: PictureVector, response: PictureResponse): void {
  const { indices, values, facetEntryCount } = picture;
  const { slopes } = response;
  const { interactions, match } = AT;
  const count = slopes.length;
  let intercept = weights[AT.bias] + (picture.isEditorialDefault ? weights[AT.editorial] : 0);
  slopes.fill(0);
  for (let i = 0; i < indices.length; i++) {
    const value = values[i];
    const offset = interactions + indices[i] * count;
    for (let f = 0; f < count; f++) slopes[f] += value * weights[offset + f];
  }
  for (let i = 0; i < facetEntryCount; i++) {
    intercept += values[i] * weights[AT.facets + indices[i]];
    slopes[indices[i]] += values[i] * weights[match];
  }
  response.intercept = intercept;
}

/**
 * The transpose of `respond`: adds to `gradient` the weights' gradient of Σ_r c_r · prediction(t_r), given
 * `sums` = { intercept: Σ c_r, slopes: Σ c_r t_r } over the rows that showed this picture.
 * @param gradient `[FEATURE_LAYOUT.weightCount]` or longer
 */
export function accumulateGradient(
  gradient: Float64Array,
  picture: PictureVector,
  sums: PictureResponse,
): void {
  const { indices, values, facetEntryCount } = picture;
  const { slopes } = sums;
  const { interactions } = AT;
  const count = slopes.length;
  gradient[AT.bias] += sums.intercept;
  if (picture.isEditorialDefault) gradient[AT.editorial] += sums.intercept;
  for (let i = 0; i < indices.length; i++) {
    const value = values[i];
    const offset = interactions + indices[i] * count;
    for (let f = 0; f < count; f++) gradient[offset + f] += value * slopes[f];
  }
  for (let i = 0; i < facetEntryCount; i++) {
    gradient[AT.facets + indices[i]] += values[i] * sums.intercept;
    gradient[AT.match] += values[i] * slopes[indices[i]];
  }
}

/**
 * Prediction for the taste vector at `offset` of `tastes`.
 * @param tastes one taste vector `[F]`, or many laid end to end
 */
export function predictResponse(response: PictureResponse, tastes: Float64Array, offset = 0): number {
  const { intercept, slopes } = response;
  let sum = intercept;
  for (let f = 0; f < slopes.length; f++) sum += slopes[f] * tastes[offset + f];
  return sum;
}
