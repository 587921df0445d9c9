import type { ArtworkDescriptor } from './artwork-descriptor';
import { captionTerms } from './caption-terms';
import { CONTENT_FEATURE_COUNT, FACET_COUNT } from './feature-layout';
import { FACETS } from './facets';
import { LOOK_FEATURES } from './look-features';
import { termBucket } from './term-bucket';

/** The picture's side of the model, sparse: `values[i]` at picture feature `indices[i]`, ascending, `[N]`. */
export interface PictureVector {
  /** In [0, Z); the first `facetEntryCount` are below F. */
  readonly indices: Int32Array;
  readonly values: Float64Array;
  readonly facetEntryCount: number;
  /** Entries below C: what the picture is about; those after them say how it looks. */
  readonly contentEntryCount: number;
  /** Euclidean, of the content, in [0, √2]; 0 for a picture of which nothing is known. */
  readonly contentLength: number;
  readonly isEditorialDefault: boolean;
}

const vectors = new WeakMap<ArtworkDescriptor, PictureVector>();

/** Facets scaled to length 1 at most: a picture with everything on it must not win on every taste. */
function facetEntries({ facets }: ArtworkDescriptor): [number, number][] {
  const strengths = FACETS.map((facet) => facets[facet] ?? 0);
  const scale = 1 / Math.max(1, Math.hypot(...strengths));
  return strengths.flatMap((strength, facet) => (strength > 0 ? [[facet, strength * scale]] : []));
}

/** Each bucket met counts 1, then all are scaled to length 1: long captions weigh no more than short ones. */
function termEntries({ caption }: ArtworkDescriptor): [number, number][] {
  const buckets = [...new Set(captionTerms(caption).map(termBucket))].sort((a, b) => a - b);
  return buckets.map((bucket) => [FACET_COUNT + bucket, 1 / Math.sqrt(buckets.length)]);
}

/** Scaled like the facets to length 1 at most. */
function lookEntries({ look }: ArtworkDescriptor): [number, number][] {
  if (look === null) return [];
  const values = LOOK_FEATURES.map(({ value }) => value(look));
  const scale = 1 / Math.max(1, Math.hypot(...values));
  return values.flatMap((value, i) => (value > 0 ? [[CONTENT_FEATURE_COUNT + i, value * scale]] : []));
}

/** Picture vector of an artwork; built once per descriptor object. */
export function pictureVector(artwork: ArtworkDescriptor): PictureVector {
  const known = vectors.get(artwork);
  if (known) return known;
  const facets = facetEntries(artwork);
  const content = [...facets, ...termEntries(artwork)];
  const entries = [...content, ...lookEntries(artwork)];
  const vector: PictureVector = {
    indices: Int32Array.from(entries, ([index]) => index),
    values: Float64Array.from(entries, ([, value]) => value),
    facetEntryCount: facets.length,
    contentEntryCount: content.length,
    contentLength: Math.hypot(...content.map(([, value]) => value)),
    isEditorialDefault: artwork.isEditorialDefault,
  };
  vectors.set(artwork, vector);
  return vector;
}
