import type { DecisionLogRow, DecisionRecord, RewardRecord } from '@keyart/contracts';

/**
 * A decision and its reward as a row of the log; probabilities stay the doubles that were sampled from.
 * @param userId what stands for the member
 */
export function toLogRow(decision: DecisionRecord, reward: RewardRecord, userId: string): DecisionLogRow {
  return {
    decision_id: decision.decisionId,
    user_id: userId,
    timestamp: decision.decidedAt.toISOString(),
    title_id: decision.titleId,
    action: decision.artworkId,
    propensity: decision.propensity,
    reward: reward.reward,
    candidates: decision.candidates.map((candidate) => candidate.artworkId),
    candidate_propensities: decision.candidates.map((candidate) => candidate.probability),
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
