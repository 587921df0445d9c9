import type { FacetDefinition } from '../facet-definition';
import { ADJECTIVE_FACETS } from './adjectives';
import { COMPOUND_FACETS } from './compounds';
import { GENRE_FACETS } from './genres';
import { AUDIENCE_FACETS, DECADE_FACETS, ORIGIN_FACETS } from './others';
import { SETTING_FACETS } from './settings';
import { SOURCE_FACETS } from './sources';
import { SUBJECT_FACETS } from './subjects';

/** Every facet that a micro-genre's name may be made of. */
export const VOCABULARY: readonly FacetDefinition[] = [
  ...ADJECTIVE_FACETS,
  ...ORIGIN_FACETS,
  ...COMPOUND_FACETS,
  ...GENRE_FACETS,
  ...SOURCE_FACETS,
  ...SETTING_FACETS,
  ...DECADE_FACETS,
  ...SUBJECT_FACETS,
  ...AUDIENCE_FACETS,
];
