import { FACETS, type Facet, type FacetWeights } from './facets';
import { facetsOfGenres } from './genre-facets';
import type { WeighedEntry } from './weigh-history';

/** One and a half stars from the mean is as clear as a rating gets (about 1.5 standard deviations of real raters). */
const CLEAR_SURPLUS_STARS = 1.5;
/** Watching is itself a choice: a film rated at the viewer's mean still speaks a little for its kind. */
const WATCHED_BONUS = 0.15;
/** Films without leaning that every facet starts from; one film alone moves a facet by a quarter at most. */
const NEUTRAL_FILM_COUNT = 3;
/** Four decimals are far finer than the evidence and keep stored profiles short. */
const DECIMALS = 1e4;

function verdictOf({ surplusStars }: WeighedEntry): number {
  return Math.max(-1, Math.min(1, surplusStars / CLEAR_SURPLUS_STARS + WATCHED_BONUS));
}

/**
 * How far the viewer leans towards each facet, in (-1, 1); facets without evidence are absent.
 * leaning(f) = Σ ρ s_f v / (3 + Σ ρ s_f) over the films, with recency ρ, strength s_f of the facet by the film's genres and
 * verdict v = clamp(surplus / 1.5 + .15, −1, 1). Disliked films (half a star or more below the mean) pull their facets down.
 * @param history as `weighHistory` returns it
 */
export function facetLeanings(history: readonly WeighedEntry[]): FacetWeights {
  const films = history.map((weighed) => ({
    facets: facetsOfGenres(weighed.entry.genres),
    recency: weighed.recency,
    verdict: verdictOf(weighed),
  }));
  const leaning = (facet: Facet): number => {
    let evidence = 0;
    let pull = 0;
    for (const { facets, recency, verdict } of films) {
      const weight = recency * (facets[facet] ?? 0);
      evidence += weight;
      pull += weight * verdict;
    }
    return Math.round((pull / (NEUTRAL_FILM_COUNT + evidence)) * DECIMALS) / DECIMALS;
  };
  return Object.fromEntries(
    FACETS.map((facet) => [facet, leaning(facet)] as const).filter(([, value]) => value !== 0),
  );
}
