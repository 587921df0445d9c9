import { INELIGIBLE_REASONS, ineligibleReasons, type CatalogueSnapshot } from '@keyart/catalog';
import { MATURITY_LEVELS } from '@keyart/contracts';
import type { ArtworkRecord, Aspect, Formulation, Surface, TitleRecord } from '@keyart/contracts';
import type { ArtworkDescriptor } from '@keyart/features';
import { isEligible } from '@keyart/ranking';
import { candidateSetHash } from '../candidates/candidate-set-hash';
import { candidatesOfTitle } from '../candidates/candidates-of-title';
import type { DescriptorCache } from '../candidates/descriptor-cache';

/** A set of one title's artworks that a page is likely to choose from. */
export interface CandidateSet {
  readonly title: TitleRecord;
  readonly artworks: readonly ArtworkDescriptor[];
  readonly candidateSetHash: string;
}

/** What to enumerate the candidate sets of. */
export interface CandidateSetsQuestion {
  readonly snapshot: CatalogueSnapshot;
  readonly descriptors: DescriptorCache;
  readonly formulation: Formulation;
  /** Languages viewers read. */
  readonly locales: readonly string[];
  /** Shapes of the pages' slots. */
  readonly aspects: readonly Aspect[];
  readonly nowMs: number;
}

/** With fewer there is nothing to choose. */
const LEAST_CANDIDATE_COUNT = 2;
/** `choice` names its options by letters. */
const MOST_CHOICE_COUNT = 26;
/** Reasons that will not pass while the pages stay what they are. */
const LASTING_REASONS: readonly string[] = [
  INELIGIBLE_REASONS.NO_PICTURE,
  INELIGIBLE_REASONS.NOT_APPROVED,
  INELIGIBLE_REASONS.RIGHTS_EXPIRED,
  INELIGIBLE_REASONS.SPOILER,
  INELIGIBLE_REASONS.ASPECT_MISMATCH,
  INELIGIBLE_REASONS.LOCALE_MISMATCH,
];

/**
 * The candidate sets worth scoring before a page asks.
 * Likely surfaces have the aspects and locales given and any maturity. `pointwise`: per title one set, all artworks that may be
 * shown on one of them: each score stands alone, so it serves every subset. `choice`: per title each set that is eligible on one
 * of them, since its scores serve exactly that set.
 */
export function titlesToScore(question: CandidateSetsQuestion): CandidateSet[] {
  const surfaces = likelySurfaces(question);
  return question.snapshot.titles.flatMap((title) =>
    question.formulation === 'pointwise'
      ? keepUseful([showableSomewhere(title, question, surfaces)], title, Infinity)
      : keepUseful(
          surfaces.map((surface) => eligibleOn(title, question, surface)),
          title,
          MOST_CHOICE_COUNT,
        ),
  );
}

function likelySurfaces({ locales, aspects }: CandidateSetsQuestion): Surface[] {
  return locales.flatMap((locale) =>
    aspects.flatMap((aspect) =>
      MATURITY_LEVELS.map((maturity) => ({ aspect, locale, maturity, region: '', device: 'tv' as const })),
    ),
  );
}

function showableSomewhere(
  title: TitleRecord,
  { snapshot, descriptors, nowMs }: CandidateSetsQuestion,
  surfaces: readonly Surface[],
): ArtworkDescriptor[] {
  const isShowable = (artwork: ArtworkRecord, surface: Surface): boolean =>
    !ineligibleReasons({ artwork, title, surface, nowMs }).some((reason) => LASTING_REASONS.includes(reason));
  return snapshot
    .artworksOf(title.titleId)
    .filter((artwork) => surfaces.some((surface) => isShowable(artwork, surface)))
    .map((artwork) => descriptors.of(artwork));
}

function eligibleOn(
  title: TitleRecord,
  question: CandidateSetsQuestion,
  surface: Surface,
): ArtworkDescriptor[] {
  return candidatesOfTitle({ ...question, title, surface })
    .filter(isEligible)
    .map(({ descriptor }) => descriptor);
}

function keepUseful(
  sets: readonly (readonly ArtworkDescriptor[])[],
  title: TitleRecord,
  mostCount: number,
): CandidateSet[] {
  const useful = sets.filter(({ length }) => length >= LEAST_CANDIDATE_COUNT && length <= mostCount);
  const byHash = new Map(useful.map((artworks) => [candidateSetHash(artworks), artworks]));
  return [...byHash].map(([hash, artworks]) => ({ title, artworks, candidateSetHash: hash }));
}
