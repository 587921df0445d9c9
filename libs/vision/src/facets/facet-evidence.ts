import type { Facet } from '@keyart/features';

/** What can speak for or against a facet. */
export const EVIDENCE_SOURCES = ['words', 'title', 'picture'] as const;

/** One of the sources. */
export type EvidenceSource = (typeof EVIDENCE_SOURCES)[number];

/** One reason for or against a facet, for editors. */
export interface FacetEvidence {
  readonly facet: Facet;
  readonly source: EvidenceSource;
  /** In plain words. */
  readonly detail: string;
  /** What it adds to the facet's log-odds: above 0 speaks for it, below against it; ±0.7 doubles or halves the odds. */
  readonly logOdds: number;
}
