import type { TierFailure } from '@keyart/contracts';
import { eligibleSlate } from '../eligible-slate';
import type { Policy } from '../policy';
import type { Scorer } from '../scorer';
import { unavailable, UNAVAILABLE_REASONS } from '../unavailable';

/**
 * Turns scores into probabilities.
 * Given finite scores `[E]`, E ≥ 1, by artwork id; returns `[E]`, each in [0, 1], sum 1; ties go to the first.
 */
export type ExplorationRule = (scores: readonly number[]) => readonly number[];

const NONE: readonly TierFailure[] = [];

/**
 * A policy of a scorer and an exploration rule: scores the eligible candidates in canonical order and spreads the
 * rule's probabilities back, 0 for the ineligible.
 * Unavailable: `no-eligible-artwork`, `bad-score` (a score not finite), and the scorer's own reasons.
 */
export function scoredPolicy({ name, scorer, rule }: ScoredPolicyParts): Policy {
  const { source } = scorer;
  return {
    name,
    distribute(context, candidates) {
      const slate = eligibleSlate(candidates);
      if (slate.candidates.length === 0) return unavailable(source, UNAVAILABLE_REASONS.noEligibleArtwork);
      const answer = scorer.score(context, slate.candidates);
      if (answer.kind === 'unavailable') return unavailable(source, answer.reason);
      if (!answer.scores.every(Number.isFinite)) return unavailable(source, UNAVAILABLE_REASONS.badScore);
      return {
        kind: 'distribution',
        probabilities: slate.spread(rule(answer.scores), 0),
        scores: slate.spread<number | null>(answer.scores, null),
        source,
        modelVersion: answer.modelVersion,
        stickyOutcome: 'none',
        isLocked: false,
        tierFailures: NONE,
      };
    },
  };
}

/** What a scored policy is made of. */
export interface ScoredPolicyParts {
  /** For people and logs. */
  readonly name: string;
  readonly scorer: Scorer;
  readonly rule: ExplorationRule;
}
