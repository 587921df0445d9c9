import { ineligibleReasons, type CatalogueSnapshot } from '@keyart/catalog';
import type { Surface, TitleRecord } from '@keyart/contracts';
import type { Candidate } from '@keyart/ranking';
import type { DescriptorCache } from './descriptor-cache';

/** A title and where and when its artwork would be shown. */
export interface CandidatesQuestion {
  readonly snapshot: CatalogueSnapshot;
  readonly title: TitleRecord;
  readonly surface: Surface;
  readonly nowMs: number;
  readonly descriptors: DescriptorCache;
}

/**
 * All artworks of the title as candidates, by artwork id; the ineligible ones with their reasons.
 * @returns `[K]`, empty for a title without artworks
 */
export function candidatesOfTitle(question: CandidatesQuestion): Candidate[] {
  const { snapshot, title, surface, nowMs, descriptors } = question;
  return snapshot.artworksOf(title.titleId).map((artwork) => ({
    descriptor: descriptors.of(artwork),
    ineligibleReasons: ineligibleReasons({ artwork, title, surface, nowMs }),
  }));
}
