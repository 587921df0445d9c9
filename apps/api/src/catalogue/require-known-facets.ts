import type { FacetStrengths } from '@keyart/contracts';
import { isFacet } from '@keyart/features';
import { invalidBody } from '../problems/invalid-body';
import { appendField } from '../http/schema-faults';

/** @throws ProblemException naming every facet outside the vocabulary */
export function requireKnownFacets(facets: FacetStrengths): void {
  const unknown = Object.keys(facets).filter((name) => !isFacet(name));
  if (unknown.length === 0) return;
  throw invalidBody(
    unknown.map((name) => ({
      field: appendField('facets', name),
      detail: 'is not a facet of the vocabulary',
    })),
  );
}
