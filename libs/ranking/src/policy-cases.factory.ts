import { NEW_VIEWER_TASTE } from '@keyart/features';
import type { Candidate } from './candidate';
import type { DecisionContext } from './decision-context';
import type { Policy, PolicyDistribution } from './policy';
import type { Scorer } from './scorer';

/** An eligible candidate with that id; `changes` override its descriptor. For specs. */
export function candidateOf(artworkId: string, changes: Partial<Candidate['descriptor']> = {}): Candidate {
  const descriptor = {
    artworkId,
    titleId: 'title',
    facets: {},
    caption: '',
    captionVersion: '1',
    isEditorialDefault: false,
    look: null,
    ...changes,
  };
  return { descriptor, ineligibleReasons: [] };
}

/** Eligible candidates named by the letters. For specs. */
export function candidatesOf(...artworkIds: readonly string[]): readonly Candidate[] {
  return artworkIds.map((id) => candidateOf(id));
}

/** The same candidate, barred. For specs. */
export function barred(candidate: Candidate): Candidate {
  return { ...candidate, ineligibleReasons: ['rights-expired'] };
}

/** A context of a new viewer at time 1,000,000 ms with nothing shown or scored before. For specs. */
export function contextOf(changes: Partial<DecisionContext> = {}): DecisionContext {
  const viewer = { memberId: 'member', taste: NEW_VIEWER_TASTE };
  const noScores = { labelScores: null, studentScores: null };
  const nothing = { ...noScores, shownBefore: null, pinnedArtworkId: null, neighbours: [] };
  return { viewer, titleId: 'title', region: 'PT', nowMs: 1_000_000, ...nothing, ...changes };
}

/** A scorer that knows each artwork's score. For specs. */
export function fixedScorer(scores: Readonly<Record<string, number>>): Scorer {
  return {
    source: 'bandit',
    score: (_context, candidates) => ({
      kind: 'scores',
      scores: candidates.map(({ descriptor }) => scores[descriptor.artworkId]),
      modelVersion: 'fixed/1',
    }),
  };
}

/** The policy's distribution; throws when it has none. For specs. */
export function distributionOf(
  policy: Policy,
  context: DecisionContext,
  candidates: readonly Candidate[],
): PolicyDistribution {
  const answer = policy.distribute(context, candidates);
  if (answer.kind === 'unavailable') throw new Error(`unavailable: ${JSON.stringify(answer.failures)}`);
  return answer;
}
