/**
 * Inserts events, locks the pictures that were played or listed, keeps the pictures called misleading, and marks the
 * decisions whose reward is now due.
 * One statement, thus one transaction. `$1`: JSON array of EventRecord, `$2`: time of receipt, `$3`: lock, milliseconds.
 * Returns one row per input event, in input order: whether its decision is known, and whether its id is new.
 *
 * Every write is sorted by its key, so that concurrent batches take locks in one order and cannot deadlock.
 * `accepted` is not yet visible in `event`: the impression of a late event is therefore looked for in both.
 */
export const INSERT_EVENTS = `
WITH input AS MATERIALIZED (
  SELECT i.*, d.id IS NOT NULL AS "isKnown", d.member_id, d.title_id, d.policy, d.artwork_id
  FROM ROWS FROM (json_to_recordset($1::json) AS (
    "eventId" text, "decisionId" uuid, type text, "occurredAt" timestamptz(3), "progressFraction" float8
  )) WITH ORDINALITY AS i
  LEFT JOIN decision d ON d.id = i."decisionId"
), accepted AS (
  INSERT INTO event (id, decision_id, type, occurred_at, received_at, progress_fraction)
  SELECT DISTINCT ON ("eventId") "eventId", "decisionId", type, "occurredAt", $2::timestamptz, "progressFraction"
  FROM input WHERE "isKnown" ORDER BY "eventId", ordinality
  ON CONFLICT (id) DO NOTHING
  RETURNING id, decision_id, type, occurred_at
), impression AS (
  SELECT decision_id, occurred_at FROM accepted WHERE type = 'impression'
  UNION ALL
  SELECT e.decision_id, e.occurred_at FROM event e
  WHERE e.type = 'impression' AND e.decision_id IN (SELECT decision_id FROM accepted)
), due AS (
  INSERT INTO reward_due AS r (decision_id, impression_at, changed_at)
  SELECT decision_id, min(occurred_at), $2::timestamptz FROM impression GROUP BY decision_id ORDER BY decision_id
  ON CONFLICT (decision_id) DO UPDATE SET
    impression_at = LEAST(r.impression_at, EXCLUDED.impression_at),
    changed_at = GREATEST(r.changed_at, EXCLUDED.changed_at),
    revision = EXCLUDED.revision
), wanted_lock AS (
  SELECT i.member_id, i.title_id, i.policy, i.artwork_id,
    max(a.occurred_at) + $3::float8 * interval '1 millisecond' AS until
  FROM accepted a JOIN input i ON i."decisionId" = a.decision_id
  WHERE a.type IN ('play', 'list-add')
  GROUP BY i.member_id, i.title_id, i.policy, i.artwork_id
), lockable AS (
  SELECT s.member_id, s.title_id, s.policy, w.artwork_id, w.until
  FROM sticky_state s JOIN wanted_lock w USING (member_id, title_id, policy, artwork_id)
  ORDER BY s.member_id, s.title_id, s.policy FOR UPDATE OF s
), locked AS (
  UPDATE sticky_state s SET locked_until = GREATEST(s.locked_until, l.until)
  FROM lockable l
  WHERE (s.member_id, s.title_id, s.policy, s.artwork_id) = (l.member_id, l.title_id, l.policy, l.artwork_id)
), reported AS (
  INSERT INTO misleading_report AS m (member_id, title_id, artwork_id, reported_at)
  SELECT i.member_id, i.title_id, i.artwork_id, max(a.occurred_at)
  FROM accepted a JOIN input i ON i."decisionId" = a.decision_id
  WHERE a.type = 'misleading'
  GROUP BY i.member_id, i.title_id, i.artwork_id ORDER BY i.member_id, i.title_id, i.artwork_id
  ON CONFLICT (member_id, title_id, artwork_id) DO UPDATE SET
    reported_at = GREATEST(m.reported_at, EXCLUDED.reported_at)
)
SELECT i."eventId", i."isKnown", a.id IS NOT NULL AS "isNew"
FROM input i LEFT JOIN accepted a ON a.id = i."eventId"
ORDER BY i.ordinality`;
