import { FACETS, facetsOfGenres, type Facet } from '@keyart/features';
import type { SourceFilm } from '../source/source';
import { KEYWORD_FACETS } from './keyword-facets';

/** Strength by facet, `[F]` in the vocabulary's order, each in [0, 1]. */
export type FacetStrengthVector = Float64Array;

/** A keyword says as much as a neighbouring genre does. */
const KEYWORD_STRENGTH = 0.5;
const CAST_STRENGTH = 0.5;
/** Of every film a title card and a view of its setting can be made. */
const ALWAYS: Readonly<Partial<Record<Facet, number>>> = { lettering: 0.4, landscape: 0.2 };

function saysKeyword(keywords: readonly string[], facet: Facet): boolean {
  const words = KEYWORD_FACETS[facet] ?? [];
  return keywords.some((keyword) => words.includes(keyword));
}

/**
 * What a film really has: its genres' facets, those its keywords add, its lead actors and a title card. The service never
 * sees this; it sees genres.
 */
export function filmFacets({ genres, keywords, cast }: SourceFilm): FacetStrengthVector {
  const byGenre = facetsOfGenres(genres);
  return Float64Array.from(FACETS, (facet) =>
    Math.max(
      byGenre[facet] ?? 0,
      saysKeyword(keywords, facet) ? KEYWORD_STRENGTH : 0,
      facet === 'star' && cast.length > 0 ? CAST_STRENGTH : 0,
      ALWAYS[facet] ?? 0,
    ),
  );
}
