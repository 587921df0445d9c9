/** Who is worth the model's time: seen or changed lately, and not opted out. `m`: member; `since`: an expression. */
const isActive = (since: string): string => `
  (m.updated_at >= ${since} OR EXISTS (
    SELECT FROM decision d WHERE d.member_id = m.id AND d.decided_at >= ${since}))
  AND NOT EXISTS (SELECT FROM member_preference p WHERE p.member_id = m.id AND NOT p.is_personalised)`;

/** `$1`: run id, `$2`: active since, `$3`: now. Nothing where a run is unfinished. */
export const BEGIN_RUN = `
INSERT INTO precompute_run (id, status, total_count, active_since, started_at, updated_at)
SELECT $1, 'running', (SELECT count(*) FROM member m WHERE ${isActive('$2::timestamptz')}), $2, $3, $3
ON CONFLICT ((true)) WHERE status IN ('running', 'paused') DO NOTHING
RETURNING id`;

/**
 * Puts the next members in line as far as there is room and moves the cursor; gives everybody in line.
 * `$1`: run id, `$2`: most members in line, `$3`: now. Nothing where the run is not running.
 */
export const REFILL_RUN = `
WITH run AS (
  SELECT id, cursor, active_since FROM precompute_run WHERE id = $1 AND status = 'running' FOR UPDATE
), waiting AS (
  SELECT member_id FROM precompute_member WHERE run_id = (SELECT id FROM run)
), next AS (
  SELECT m.id FROM member m JOIN run ON m.id > run.cursor
  WHERE ${isActive('run.active_since')}
  ORDER BY m.id LIMIT GREATEST(0, $2 - (SELECT count(*) FROM waiting))
), put AS (
  INSERT INTO precompute_member (run_id, member_id) SELECT $1, id FROM next
), moved AS (
  UPDATE precompute_run SET cursor = (SELECT max(id) FROM next), updated_at = $3
  WHERE id = $1 AND EXISTS (SELECT FROM next)
)
SELECT member_id AS "memberId" FROM waiting UNION ALL SELECT id FROM next`;

/**
 * Takes a member out of the line and counts it, once however often it is called.
 * `$1`: run id, `$2`: member id, `$3`: whether it is done, `$4`: now. `waitingCount`: members still in line.
 */
export const END_MEMBER = `
WITH gone AS (
  DELETE FROM precompute_member WHERE run_id = $1 AND member_id = $2 RETURNING 1
)
UPDATE precompute_run SET updated_at = $4,
  done_count = done_count + CASE WHEN $3 THEN 1 ELSE 0 END,
  failed_count = failed_count + CASE WHEN $3 THEN 0 ELSE 1 END
WHERE id = $1 AND EXISTS (SELECT FROM gone)
RETURNING (SELECT count(*) FROM precompute_member WHERE run_id = $1)::int - 1 AS "waitingCount"`;

/** `$1`: run id, `$2`: now. Only where nobody is in line. */
export const FINISH_RUN = `
UPDATE precompute_run SET status = 'done', reason = NULL, updated_at = $2, finished_at = $2
WHERE id = $1 AND status = 'running' AND NOT EXISTS (SELECT FROM precompute_member WHERE run_id = $1)`;

/** `$1`: run id, `$2`: now. Whoever is in line leaves it. */
export const CANCEL_RUN = `
WITH run AS (
  UPDATE precompute_run SET status = 'cancelled', reason = NULL, updated_at = $2, finished_at = $2
  WHERE id = $1 AND status IN ('running', 'paused') RETURNING id
), gone AS (
  DELETE FROM precompute_member WHERE run_id IN (SELECT id FROM run)
)
SELECT id FROM run`;
