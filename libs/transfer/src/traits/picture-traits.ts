import { FACETS, LOOK_FEATURES, type ArtworkDescriptor } from '@keyart/features';

/** Names of a picture's traits: what it shows, then how it looks. `[T]` */
export const TRAIT_NAMES: readonly string[] = [...FACETS, ...LOOK_FEATURES.map(({ name }) => name)];

/** T. */
export const TRAIT_COUNT = TRAIT_NAMES.length;

/** A picture's traits, `[T]`, each in [0, 1]; looks are 0 for a picture that was not measured. */
export function pictureTraits({ facets, look }: Pick<ArtworkDescriptor, 'facets' | 'look'>): Float64Array {
  const shown = FACETS.map((facet) => facets[facet] ?? 0);
  const looks = LOOK_FEATURES.map(({ value }) => (look === null ? 0 : value(look)));
  return Float64Array.from([...shown, ...looks]);
}
