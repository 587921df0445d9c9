import type { DecidedCandidate, DecisionRecord } from '@keyart/contracts';
import { LinearPredictor, type Contribution, type FacetWeights } from '@keyart/features';
import { counterfactualsOf, type Counterfactual } from './counterfactuals';
import type { DecisionEvidence } from './decision-evidence';
import { rescorerOf } from './rescorer';

/** A candidate with what its score is made of. */
export interface ExplainedCandidate extends DecidedCandidate {
  /** The score as the model of the decision gives it today, guard included; null where it cannot be asked. */
  readonly reproducedScore: number | null;
  /** Largest magnitude first, at most twelve; they sum to the score before region and guard where there are no more. */
  readonly contributions: readonly Contribution[];
  readonly isDemoted: boolean;
}

/** Everything a data scientist asks of one decision. */
export interface AnalystExplanation {
  readonly record: DecisionRecord;
  /** Leanings as of the decision; null: the taste of that version is gone, or the policy looked at none. */
  readonly taste: FacetWeights | null;
  readonly candidates: readonly ExplainedCandidate[];
  /** Whether today's scores are the recorded ones; null where they cannot be computed. */
  readonly isReproduced: boolean | null;
  readonly counterfactuals: readonly Counterfactual[];
}

const MAX_CONTRIBUTIONS = 12;
const SCORE_TOLERANCE = 1e-9;

/**
 * The record with the scores' contributions and counterfactuals. Scores are computed again with the model the record names
 * over pictures as the catalogue describes them today; `isReproduced` says whether that still is what the decision saw.
 */
export function explainToAnalyst(evidence: DecisionEvidence): AnalystExplanation {
  const { record, taste } = evidence;
  const scores = taste && rescorerOf(evidence)?.(taste);
  return {
    record,
    taste: taste?.facets ?? null,
    candidates: record.candidates.map((candidate, i) => ({
      ...candidate,
      reproducedScore: scores?.[i] ?? null,
      contributions: contributionsOf(evidence, i),
      isDemoted: Object.hasOwn(evidence.guard?.demotions ?? {}, candidate.artworkId),
    })),
    isReproduced: scores ? scores.every((score, i) => isSame(score, record.candidates[i].score)) : null,
    counterfactuals: counterfactualsOf(evidence),
  };
}

/** Prior means of a picture that the bandit has none of its own for. */
function insightContributions({ bandit, insights }: DecisionEvidence, artworkId: string): Contribution[] {
  const isKnown = Object.hasOwn(bandit?.artworkPriors ?? {}, artworkId);
  const lifts = isKnown ? undefined : insights?.lifts[artworkId];
  return Object.entries(lifts ?? {}).map(([insight, value]) => ({ name: `insight:${insight}`, value }));
}

function contributionsOf(evidence: DecisionEvidence, index: number): readonly Contribution[] {
  const { bandit, taste, descriptors } = evidence;
  const descriptor = descriptors[index];
  if (bandit === null || taste === null || descriptor === null) return [];
  const own = new LinearPredictor(bandit).explain(taste, descriptor);
  const all = [...own, ...insightContributions(evidence, descriptor.artworkId)];
  return all.sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, MAX_CONTRIBUTIONS);
}

function isSame(score: number, recorded: number | null): boolean {
  return recorded !== null && Math.abs(score - recorded) <= SCORE_TOLERANCE;
}
