/** What all decisions of one request have in common, as columns of `json_to_recordset`. */
const OF_REQUEST = `
  "requestId" uuid, "memberId" text, policy text, "policyVersion" text, "profileVersion" text, "featureVersion" text,
  "assignedBy" text, slice text, experiment text, arm text, surface json, "pageId" uuid, "decidedAt" timestamptz(3)`;

/** What each decision has of its own. */
const OF_DECISION = `
  "decisionId" uuid, "titleId" text, "artworkId" text, propensity float8, candidates json, excluded json,
  "optionOrder" json, source text, "modelVersion" text, "contextHash" text, "stickyOutcome" text,
  "previousArtworkId" text, "isLocked" boolean, "tierFailures" json, neighbours text[], "row" int, "position" int`;

/**
 * Inserts decisions and moves the sticky states they change, in one statement and thus one transaction.
 * `$1`: JSON array of what requests' decisions share, `$2`: of the decisions, see `decisionBatch`. JSON text is several times
 * cheaper to build than 30 arrays, and keeps doubles: JavaScript prints the shortest decimal that reads back as the same
 * double, PostgreSQL reads it correctly rounded.
 *
 * - A repeated decision id is a retry of a commit whose answer was lost: nothing happens twice.
 * - Of several decisions for one sticky state the latest wins, the last of the array among equals.
 * - A picture that stays writes nothing, so that the minimum time counts from its first showing and a lock stays, and most
 *   pages are spared these writes; another picture starts anew, unless the decision is older than the first showing of what
 *   is shown. (The price: of two replicas' overlapping answers the older may win. The state is then still a picture just
 *   shown, and the next propensity is conditional on it.)
 * - Sorted by key, so that concurrent batches take row locks in one order and cannot deadlock.
 */
export const INSERT_DECISIONS = `
WITH input AS MATERIALIZED (
  SELECT *
  FROM ROWS FROM (json_to_recordset($2::json) AS (request int, ${OF_DECISION})) WITH ORDINALITY
  JOIN json_to_recordset($1::json) AS requests (request int, ${OF_REQUEST}) USING (request)
), inserted AS (
  INSERT INTO decision (
    id, request_id, member_id, title_id, artwork_id, propensity, candidates, excluded, option_order, source, policy,
    policy_version, model_version, profile_version, feature_version, context_hash, assigned_by,
    slice, experiment, arm, sticky_outcome, previous_artwork_id, is_locked, tier_failures, surface, page_id,
    neighbours, "row", "position", decided_at
  )
  SELECT
    "decisionId", "requestId", "memberId", "titleId", "artworkId", propensity, candidates, excluded,
    CASE WHEN json_typeof("optionOrder") = 'array' THEN "optionOrder" END, source, policy,
    "policyVersion", "modelVersion", "profileVersion", "featureVersion", "contextHash", "assignedBy", slice, experiment, arm,
    "stickyOutcome",
    "previousArtworkId", "isLocked", "tierFailures", surface, "pageId", neighbours, "row", "position",
    "decidedAt"
  FROM input
  ON CONFLICT (id) DO NOTHING
)
INSERT INTO sticky_state AS s (member_id, title_id, policy, artwork_id, decision_id, shown_at)
SELECT DISTINCT ON ("memberId", "titleId", policy)
  "memberId", "titleId", policy, "artworkId", "decisionId", "decidedAt"
FROM input
WHERE "previousArtworkId" IS DISTINCT FROM "artworkId"
ORDER BY "memberId", "titleId", policy, "decidedAt" DESC, ordinality DESC
ON CONFLICT (member_id, title_id, policy) DO UPDATE SET
  artwork_id = EXCLUDED.artwork_id, decision_id = EXCLUDED.decision_id, shown_at = EXCLUDED.shown_at,
  locked_until = NULL
WHERE s.artwork_id <> EXCLUDED.artwork_id AND s.shown_at <= EXCLUDED.shown_at`;
