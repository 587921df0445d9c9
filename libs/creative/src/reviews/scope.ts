import { CreativeError } from '../errors';
import type { AnalysedReview } from './analysed-review';

/** Which titles something is said of. */
export interface Scope {
  readonly kind: 'all' | 'title' | 'genre' | 'micro-genre';
  /** Title id, genre or slug; empty for all. */
  readonly value: string;
}

/** Everything. */
export const ALL_TITLES: Scope = { kind: 'all', value: '' };

/** What is known of a title wherever it comes up. */
export type TitleFacts = Pick<AnalysedReview, 'titleId' | 'genres' | 'microGenres'>;

/** Genres are one whatever their capitals. */
export function genreKey(genre: string): string {
  return genre.trim().toLowerCase();
}

/** Whether a title belongs to a scope. */
export function isIn({ kind, value }: Scope, title: TitleFacts): boolean {
  switch (kind) {
    case 'all':
      return true;
    case 'title':
      return title.titleId === value;
    case 'genre':
      return title.genres.some((genre) => genreKey(genre) === genreKey(value));
    case 'micro-genre':
      return title.microGenres.includes(value);
  }
}

/**
 * The reviews of a scope.
 * @throws CreativeError `EMPTY_SCOPE` where there is none, so that a misspelt name is not taken for silence
 */
export function reviewsIn(scope: Scope, reviews: readonly AnalysedReview[]): AnalysedReview[] {
  const own = reviews.filter((review) => isIn(scope, review));
  if (own.length > 0) return own;
  throw new CreativeError('EMPTY_SCOPE', `${scopeText(scope)}: no review is of it`);
}

/** E.g. `genre Drama`. */
export function scopeText({ kind, value }: Scope): string {
  return kind === 'all' ? 'all titles' : `${kind} ${value}`;
}
