import type { DecisionRecord } from '@keyart/contracts';

/** Columns of `decision` as pg returns them, named like the record. */
export const DECISION_COLUMNS = `
  d.id AS "decisionId", d.request_id AS "requestId", d.member_id AS "memberId", d.title_id AS "titleId",
  d.artwork_id AS "artworkId", d.propensity, d.candidates, d.excluded, d.option_order AS "optionOrder",
  d.source, d.policy, d.policy_version AS "policyVersion", d.model_version AS "modelVersion",
  d.profile_version AS "profileVersion", d.feature_version AS "featureVersion", d.context_hash AS "contextHash",
  d.assigned_by AS "assignedBy", d.slice, d.experiment, d.arm, d.sticky_outcome AS "stickyOutcome", d.previous_artwork_id AS "previousArtworkId",
  d.is_locked AS "isLocked", d.tier_failures AS "tierFailures", d.surface, d.page_id AS "pageId", d.neighbours,
  d."row", d."position",
  d.decided_at AS "decidedAt"`;

/** A row selected by `DECISION_COLUMNS`: the record itself, since pg parses doubles, json and timestamps exactly. */
export type DecisionRow = DecisionRecord;
