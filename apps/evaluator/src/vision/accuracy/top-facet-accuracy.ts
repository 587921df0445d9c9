import { FACETS, type Facet } from '@keyart/features';
import type { JudgedPicture } from './judged-picture';
import { proportionOf, type Proportion } from './proportion';

/** How often the strongest facet was one of those a person saw, and what came of guessing. */
export interface TopFacetAccuracy {
  readonly accuracy: Proportion;
  /** Guess that is right most often, and the share of pictures where it is; null without pictures. */
  readonly commonest: { readonly facet: Facet; readonly fraction: number } | null;
  /** Expected share of right answers when each facet is guessed equally often; null without pictures. */
  readonly uniformFraction: number | null;
}

/** Counts over the pictures. */
export function topFacetAccuracyOf(pictures: readonly JudgedPicture[]): TopFacetAccuracy {
  const answers = pictures.map(({ topFacet }) => topFacet);
  return {
    accuracy: proportionOf(answers.filter(({ isRight }) => isRight).length, answers.length),
    ...chanceOf(answers.map(({ accepted }) => accepted)),
  };
}

function chanceOf(accepted: readonly (readonly Facet[])[]): Omit<TopFacetAccuracy, 'accuracy'> {
  if (accepted.length === 0) return { commonest: null, uniformFraction: null };
  const countOf = (facet: Facet): number => accepted.filter((facets) => facets.includes(facet)).length;
  const facet = FACETS.reduce((best, next) => (countOf(next) > countOf(best) ? next : best));
  const acceptedCount = accepted.reduce((sum, facets) => sum + facets.length, 0);
  return {
    commonest: { facet, fraction: countOf(facet) / accepted.length },
    uniformFraction: acceptedCount / (accepted.length * FACETS.length),
  };
}
