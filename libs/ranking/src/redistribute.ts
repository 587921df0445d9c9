import type { PolicyDistribution } from './policy';

/** What a combinator may change of an inner answer. */
export type Redistribution = Pick<PolicyDistribution, 'probabilities' | 'stickyOutcome' | 'isLocked'>;

/** The answer with other probabilities. Written out, since spreading costs a tenth of a decision on the hot path. */
export function redistribute(answer: PolicyDistribution, changes: Redistribution): PolicyDistribution {
  return {
    kind: 'distribution',
    probabilities: changes.probabilities,
    scores: answer.scores,
    source: answer.source,
    modelVersion: answer.modelVersion,
    stickyOutcome: changes.stickyOutcome,
    isLocked: changes.isLocked,
    tierFailures: answer.tierFailures,
  };
}
