import type { DecisionLogRow, DecisionRecord, RewardRecord } from '@keyart/contracts';

/** What the log says in words of its own. */
export interface LogNames {
  /** What stands for the member. */
  userIdOf(memberId: string): string;
  facetOf(artworkId: string): string;
}

/** A decision and its reward as a row of the log; probabilities stay the doubles that were sampled from. */
export function toLogRow(
  decision: DecisionRecord,
  reward: RewardRecord,
  { userIdOf, facetOf }: LogNames,
): DecisionLogRow {
  return {
    decision_id: decision.decisionId,
    user_id: userIdOf(decision.memberId),
    timestamp: decision.decidedAt.toISOString(),
    title_id: decision.titleId,
    action: decision.artworkId,
    propensity: decision.propensity,
    reward: reward.reward,
    candidates: decision.candidates.map((candidate) => candidate.artworkId),
    candidate_propensities: decision.candidates.map((candidate) => candidate.probability),
    candidate_facets: decision.candidates.map((candidate) => facetOf(candidate.artworkId)),
    policy: decision.policy,
    source: decision.source,
    assigned_by: decision.assignedBy,
    slice: decision.slice,
    experiment: decision.experiment,
    arm: decision.arm,
    policy_version: decision.policyVersion,
    model_version: decision.modelVersion,
    profile_version: decision.profileVersion,
    context_hash: decision.contextHash,
    sticky: decision.stickyOutcome,
    locked: decision.isLocked,
    reward_rung: reward.rung,
    device: decision.surface.device,
    region: decision.surface.region,
    locale: decision.surface.locale,
    page_id: decision.pageId,
    row: decision.row,
    position: decision.position,
  };
}
