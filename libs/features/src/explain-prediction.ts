import type { ArtworkDescriptor } from './artwork-descriptor';
import { captionTerms } from './caption-terms';
import { CONTENT_FEATURE_COUNT, FACET_COUNT, FEATURE_LAYOUT as AT } from './feature-layout';
import { FACETS } from './facets';
import { LOOK_FEATURES } from './look-features';
import { pictureVector } from './picture-vector';
import type { TasteProfile } from './taste-profile';
import { tasteVector } from './taste-vector';
import { termBucket } from './term-bucket';

/** One summand of a prediction. */
export interface Contribution {
  /** `bias`, `prior`, `editorial`, `picture:romance`, `taste:romance × picture:romance`, `taste:romance × caption:kiss` or
   * `taste:romance × look:close-up`. */
  readonly name: string;
  /** Reward scale. */
  readonly value: number;
}

/** What a prediction is made of. */
export interface ExplainedPrediction {
  /** `[FEATURE_LAYOUT.weightCount]`. */
  readonly weights: Float64Array;
  /** The artwork's own prior. */
  readonly prior: number;
  readonly taste: TasteProfile;
  readonly artwork: ArtworkDescriptor;
}

/** Names of the picture features this artwork has; caption terms that share a bucket share a name: `kiss|embrace`. */
function featureNames(artwork: ArtworkDescriptor): Map<number, string> {
  const names = new Map<number, string>(FACETS.map((facet, index) => [index, `picture:${facet}`]));
  LOOK_FEATURES.forEach(({ name }, i) => names.set(CONTENT_FEATURE_COUNT + i, `look:${name}`));
  for (const term of captionTerms(artwork.caption)) {
    const index = FACET_COUNT + termBucket(term);
    const sharing = names.get(index);
    names.set(index, sharing ? `${sharing}|${term}` : `caption:${term}`);
  }
  return names;
}

function interactions({ weights, taste, artwork }: ExplainedPrediction): Contribution[] {
  const names = featureNames(artwork);
  const leanings = tasteVector(taste);
  const { indices, values } = pictureVector(artwork);
  return [...indices].flatMap((z, i) =>
    FACETS.map((facet, f) => {
      const shared = z === f ? weights[AT.match] : 0;
      const weight = weights[AT.interactions + z * FACET_COUNT + f] + shared;
      return { name: `taste:${facet} × ${names.get(z)}`, value: leanings[f] * values[i] * weight };
    }),
  );
}

function mainEffects({ weights, prior, artwork }: ExplainedPrediction): Contribution[] {
  const { indices, values, facetEntryCount } = pictureVector(artwork);
  const facets = [...indices.subarray(0, facetEntryCount)].map((facet, i) => ({
    name: `picture:${FACETS[facet]}`,
    value: values[i] * weights[AT.facets + facet],
  }));
  const editorial = artwork.isEditorialDefault ? weights[AT.editorial] : 0;
  return [
    { name: 'bias', value: weights[AT.bias] },
    { name: 'prior', value: prior },
    { name: 'editorial', value: editorial },
    ...facets,
  ];
}

/**
 * The non-zero summands of a prediction, largest magnitude first (ties by name); together they are the prediction.
 * Not for the hot path: it walks every interaction.
 */
export function explainPrediction(prediction: ExplainedPrediction): Contribution[] {
  return [...mainEffects(prediction), ...interactions(prediction)]
    .filter(({ value }) => value !== 0)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || (a.name < b.name ? -1 : 1));
}
