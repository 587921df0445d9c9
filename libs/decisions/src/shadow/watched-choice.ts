import type { DecisionRecord } from '@keyart/contracts';
import type { Candidate, DecisionContext } from '@keyart/ranking';

/** A choice that was made, with what its policy looked at. */
export interface WatchedChoice {
  readonly record: DecisionRecord;
  readonly context: DecisionContext;
  readonly candidates: readonly Candidate[];
}
