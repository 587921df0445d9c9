import { INELIGIBLE_REASONS, ineligibleReasons, type CatalogueSnapshot } from '@keyart/catalog';
import type { Surface, TitleRecord } from '@keyart/contracts';
import { isEligible, type Candidate } from '@keyart/ranking';
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
 * All artworks of the title as candidates, by artwork id; the ineligible ones with their reasons. An editorial default that is
 * not representative is one only where nothing else may be shown: it is then the editors' choice and nobody's taste.
 * @returns `[K]`, empty for a title without artworks
 */
export function candidatesOfTitle(question: CandidatesQuestion): readonly Candidate[] {
  const { snapshot, title, surface, nowMs, descriptors } = question;
  const candidates = snapshot.artworksOf(title.titleId).map((artwork) => ({
    descriptor: descriptors.of(artwork),
    ineligibleReasons: ineligibleReasons({ artwork, title, surface, nowMs }),
  }));
  return candidates.some(isEligible) ? candidates : candidates.map(asLastResort);
}

function asLastResort(candidate: Candidate): Candidate {
  const { descriptor, ineligibleReasons: reasons } = candidate;
  const isOnlyUnrepresentative = reasons.every((reason) => reason === INELIGIBLE_REASONS.NOT_REPRESENTATIVE);
  return descriptor.isEditorialDefault && isOnlyUnrepresentative
    ? { descriptor, ineligibleReasons: [] }
    : candidate;
}
