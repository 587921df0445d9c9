import { contentHash } from '@keyart/common';
import { MAX_CAPTION_TERMS } from './caption-terms';
import { FACETS } from './facets';
import { GENRE_FACETS } from './genre-facets';
import { LOOK_FEATURES } from './look-features';

/** F: length of a taste vector and of a picture's facet block. */
export const FACET_COUNT = FACETS.length;

/**
 * B: caption terms are hashed into so many buckets (Weinberger et al. 2009, "Feature hashing"). A catalogue's everyday visual
 * words are some hundreds to thousands; 512 keeps the model below 13,000 weights and most taste-bearing words apart.
 */
export const TERM_BUCKET_COUNT = 512;

/** C = F + B: facets and term buckets, what a picture is about. */
export const CONTENT_FEATURE_COUNT = FACET_COUNT + TERM_BUCKET_COUNT;

/** Z = C + L: length of a picture vector: facets, then term buckets, then how the picture looks. */
export const PICTURE_FEATURE_COUNT = CONTENT_FEATURE_COUNT + LOOK_FEATURES.length;

/**
 * Where each weight of the linear model lies; `interactions + z * F + f` is taste facet f × picture feature z.
 * Artwork priors lie outside, by artwork id.
 */
export const FEATURE_LAYOUT = {
  bias: 0,
  editorial: 1,
  /** One weight shared by all F matching pairs (taste f × picture facet f). */
  match: 2,
  /** F weights: what a facet is worth whoever looks. */
  facets: 3,
  /** Z · F weights. */
  interactions: 3 + FACET_COUNT,
  weightCount: 3 + FACET_COUNT + PICTURE_FEATURE_COUNT * FACET_COUNT,
} as const;

/** Raise when the arithmetic of the encoders changes though vocabulary, buckets and genre table do not. */
const ENCODING = 3;

/** Version of everything that turns records into features; part of every decision and model. */
export const FEATURE_VERSION = `features/${contentHash(
  JSON.stringify([
    [ENCODING, FACETS, TERM_BUCKET_COUNT, MAX_CAPTION_TERMS, GENRE_FACETS],
    LOOK_FEATURES.map(({ name }) => name),
  ]),
  12,
)}`;
