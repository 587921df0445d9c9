import { FACETS, type Facet } from '@keyart/features';
import type { DecisionEvidence } from './decision-evidence';
import { rescorerOf, withoutFacet } from './rescorer';

/** What the model would have said of a viewer who is the same but for one taste. */
export interface Counterfactual {
  /** The taste taken away. */
  readonly facet: Facet;
  /** Its strength at the decision, in [-1, 1]. */
  readonly leaning: number;
  /** The artwork of the highest score without it. */
  readonly favouriteId: string;
  /** Whether that is another one than with it. */
  readonly isChanged: boolean;
  /** `[K]` scores without it, aligned with the record's candidates. */
  readonly scores: readonly number[];
}

const MAX_FACETS = 5;

/**
 * Takes the viewer's strongest tastes away one at a time and lets the model of the decision score again.
 * @returns at most five, strongest leaning first; empty where the model looked at no taste, or something is gone
 */
export function counterfactualsOf(evidence: DecisionEvidence): Counterfactual[] {
  const { taste, record } = evidence;
  const rescore = rescorerOf(evidence);
  if (rescore === null || taste === null) return [];
  const favouriteOf = (scores: readonly number[]): string =>
    record.candidates[scores.indexOf(Math.max(...scores))].artworkId;
  const favourite = favouriteOf(rescore(taste));
  return strongestFacets(taste.facets).map((facet) => {
    const scores = rescore(withoutFacet(taste, facet));
    const favouriteId = favouriteOf(scores);
    return {
      facet,
      leaning: taste.facets[facet] ?? 0,
      favouriteId,
      isChanged: favouriteId !== favourite,
      scores,
    };
  });
}

function strongestFacets(facets: Readonly<Partial<Record<Facet, number>>>): Facet[] {
  const strength = (facet: Facet): number => Math.abs(facets[facet] ?? 0);
  const leanings = FACETS.filter((facet) => strength(facet) > 0);
  return leanings.sort((a, b) => strength(b) - strength(a)).slice(0, MAX_FACETS);
}
