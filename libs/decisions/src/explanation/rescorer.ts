import type { ArtworkDescriptor, Facet, TasteProfile } from '@keyart/features';
import {
  banditScorer,
  demoted,
  InsightPrior,
  type Candidate,
  type DecisionContext,
  type Scorer,
} from '@keyart/ranking';
import { bareContext } from '../serving/bare-context';
import type { DecisionEvidence } from './decision-evidence';
import { isPersonal } from './explain-choice';

/** Scores again what the bandit scored, for other tastes too. */
export type Rescore = (taste: TasteProfile) => readonly number[];

/**
 * How the record's bandit scores its candidates as they are described today, guard included.
 * @returns null where the decision's tier was another, or something of it is gone
 */
export function rescorerOf({
  record,
  descriptors,
  bandit,
  insights,
  guard,
}: DecisionEvidence): Rescore | null {
  if (bandit === null) return null;
  const known = descriptors.filter((descriptor): descriptor is ArtworkDescriptor => descriptor !== null);
  if (known.length < descriptors.length) return null;
  const scorer = demoted(banditScorer(bandit, insights && new InsightPrior(insights)), guard);
  const candidates = known.map((descriptor) => ({ descriptor, ineligibleReasons: [] }));
  const region = isPersonal(record) ? record.surface.region : '';
  return (taste) => scoresOf(scorer, bareContext({ ...record, taste, region }), candidates);
}

/** The taste without its leaning towards a facet. */
export function withoutFacet(taste: TasteProfile, facet: Facet): TasteProfile {
  return { ...taste, facets: { ...taste.facets, [facet]: 0 } };
}

function scoresOf(
  scorer: Scorer,
  context: DecisionContext,
  candidates: readonly Candidate[],
): readonly number[] {
  const answer = scorer.score(context, candidates);
  return answer.kind === 'scores' ? answer.scores : [];
}
