import type { Source } from '@keyart/contracts';
import type { Candidate } from './candidate';
import type { DecisionContext } from './decision-context';

/** Scores of the eligible candidates on the reward scale, or why there are none. */
export type ScorerAnswer =
  | {
      readonly kind: 'scores';
      /** `[K]` aligned with the candidates; finite; predicted reward, about [0, 1]. */
      readonly scores: readonly number[];
      readonly modelVersion: string;
    }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** Predicts a reward per candidate; an exploration rule (greedy, softmax, SquareCB) turns it into a policy. */
export interface Scorer {
  readonly source: Source;
  /** Candidates given are all eligible, at least one, ordered by artwork id. */
  score(context: DecisionContext, candidates: readonly Candidate[]): ScorerAnswer;
}
