import type { FacetDefinition } from '../facet-definition';
import { BEINGS } from './subjects/beings';
import { DEEDS } from './subjects/deeds';
import { PEOPLE } from './subjects/people';

/** What a title is about. */
export const SUBJECT_FACETS: readonly FacetDefinition[] = [...BEINGS, ...PEOPLE, ...DEEDS].map(
  ([slug, words, tags, text]) => ({ ...{ kind: 'about' as const, slug, words, tags, text } }),
);
