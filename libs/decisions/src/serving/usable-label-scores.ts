import type { CatalogueSnapshot } from '@keyart/catalog';
import type { ArtworkScoreRecord } from '@keyart/contracts';
import { isEligible, type Candidate, type LabelScores } from '@keyart/ranking';
import { candidateSetHash } from '../candidates/candidate-set-hash';
import type { DescriptorCache } from '../candidates/descriptor-cache';

/** A title's candidates and the precomputed scores there are for them. */
export interface LabelScoresQuestion {
  readonly rows: readonly ArtworkScoreRecord[];
  /** `[K]` with at least one eligible. */
  readonly candidates: readonly Candidate[];
  readonly snapshot: CatalogueSnapshot;
  readonly descriptors: DescriptorCache;
}

/**
 * The newest scores that are valid for exactly the eligible candidates: `choice` scores of that very set, or `pointwise`
 * scores of that set or a larger one (each stands alone). Scores of artworks that are gone or were reworded are not.
 * @returns null when no row serves
 */
export function usableLabelScores(question: LabelScoresQuestion): LabelScores | null {
  if (question.rows.length === 0) return null;
  const eligible = question.candidates.filter(isEligible).map(({ descriptor }) => descriptor);
  const eligibleHash = candidateSetHash(eligible);
  const eligibleIds = eligible.map(({ artworkId }) => artworkId);
  const serves = (row: ArtworkScoreRecord): boolean =>
    row.candidateSetHash === eligibleHash ||
    (row.formulation === 'pointwise' && covers(row, eligibleIds) && isCurrent(row, question));
  let newest: ArtworkScoreRecord | null = null;
  for (const row of question.rows)
    if (serves(row) && (!newest || row.scoredAt > newest.scoredAt)) newest = row;
  return newest;
}

function covers({ artworkIds }: ArtworkScoreRecord, wanted: readonly string[]): boolean {
  return wanted.every((artworkId) => artworkIds.includes(artworkId));
}

function isCurrent(row: ArtworkScoreRecord, { snapshot, descriptors }: LabelScoresQuestion): boolean {
  const artworks = row.artworkIds.map((artworkId) => snapshot.artwork(artworkId));
  const known = artworks.filter((artwork) => artwork !== null).map((artwork) => descriptors.of(artwork));
  return candidateSetHash(known) === row.candidateSetHash;
}
