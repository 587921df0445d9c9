import { FACETS, type TasteProfile } from '@keyart/features';
import type { ReportTaste } from './report-data';
import { FACET_WORDS } from '@keyart/decisions';

const MAX_FACETS = 5;
const MIN_LEANING = 0.1;

/** A taste as pages show it. */
export function reportTasteOf({ loves, avoids, people, eras, facets }: TasteProfile): ReportTaste {
  const leaning = FACETS.filter((facet) => (facets[facet] ?? 0) >= MIN_LEANING);
  const strongest = leaning.sort((a, b) => (facets[b] ?? 0) - (facets[a] ?? 0)).slice(0, MAX_FACETS);
  return { loves, avoids, people, eras, topFacets: strongest.map((facet) => FACET_WORDS[facet]) };
}
