/**
 * Takes reviews in; those that are known by source and external id stay as they are.
 * `$1`: JSON array of NewTitleReview, `$2`: time of receipt. One row an input row, in order: whether its title is known, and whether it is new.
 * Writes are sorted by their key, so that concurrent batches cannot deadlock. Of two rows of one id the first one counts.
 */
export const INSERT_REVIEWS = `
WITH input AS MATERIALIZED (
  SELECT i.*, t.id IS NOT NULL AS "isKnown"
  FROM ROWS FROM (json_to_recordset($1::json) AS (
    "reviewId" uuid, source text, "externalId" text, "titleId" text, "memberId" text, "text" text, "starFraction" float8,
    country text, "accountAgeDays" int, "tokenCount" int, "simHash" bigint, "createdAt" timestamptz(3)
  )) WITH ORDINALITY AS i LEFT JOIN title t ON t.id = i."titleId"
), taken AS (
  INSERT INTO title_review (id, source, external_id, title_id, member_id, text, star_fraction, country, account_age_days,
    token_count, sim_hash, created_at, received_at)
  SELECT DISTINCT ON (source, "externalId") "reviewId", source, "externalId", "titleId", "memberId", "text", "starFraction",
    country, "accountAgeDays", "tokenCount", "simHash", "createdAt", $2::timestamptz
  FROM input WHERE "isKnown" ORDER BY source, "externalId", ordinality
  ON CONFLICT (source, external_id) DO NOTHING RETURNING id
)
SELECT i."isKnown", taken.id IS NOT NULL AS "isNew"
FROM input i LEFT JOIN taken ON taken.id = i."reviewId" ORDER BY i.ordinality`;

/** Locks reviews that wait, the oldest first, and passes over those that another worker has. `$1`: rows. */
export const TAKE_WAITING = `
SELECT id AS "reviewId", title_id AS "titleId", member_id AS "memberId", text FROM title_review
WHERE state = 'waiting' ORDER BY received_at, id LIMIT $1 FOR UPDATE SKIP LOCKED`;

/** Keeps what came of reading reviews, and marks their titles. `$1`: JSON array of readings, `$2`: now. */
export const SAVE_ANALYSES = `
WITH input AS (
  SELECT * FROM json_to_recordset($1::json) AS (
    "reviewId" uuid, state text, reason text, segment text, polarity float8, label text, confidence float8, intensity float8,
    tones jsonb, aspects jsonb, language text, source text, flags text[], "engineVersion" text)
), changed AS (
  UPDATE title_review r SET state = i.state, reason = i.reason, segment = i.segment, polarity = i.polarity, label = i.label,
    confidence = i.confidence, intensity = i.intensity, tones = i.tones, aspects = i.aspects, language = i.language,
    read_by = i.source, flags = COALESCE(i.flags, '{}'), engine_version = i."engineVersion", analysed_at = $2::timestamptz
  FROM input i WHERE r.id = i."reviewId" RETURNING r.title_id, r.state
), due AS (
  INSERT INTO title_profile_due AS d (title_id, marked_at)
  SELECT DISTINCT title_id, $2::timestamptz FROM changed WHERE state = 'analysed' ORDER BY title_id
  ON CONFLICT (title_id) DO UPDATE SET revision = EXCLUDED.revision
)
SELECT count(DISTINCT title_id)::int AS "titleCount" FROM changed`;

/** Reviews of titles that were read. `$1`: titles. */
export const READ_TITLES = `
SELECT title_id AS "titleId", id AS "reviewId", created_at AS "createdAt", received_at AS "receivedAt", star_fraction AS "starFraction", country, segment,
  account_age_days AS "accountAgeDays", token_count AS "tokenCount", sim_hash AS "simHash", state, polarity, intensity, tones, aspects,
  flags, engine_version AS "engineVersion", profiled_at AS "profiledAt"
FROM title_review WHERE title_id = ANY($1) AND state IN ('analysed', 'quarantined') ORDER BY title_id, created_at, id`;

/** Keeps which reviews a profile held back, and that it has seen them. `$1`: ids seen for the first time, `$2`: now, `$3`, `$4`, `$5`: ids, states and reasons that changed. */
export const SAVE_ASSESSMENT = `
WITH seen AS (
  SELECT id FROM unnest($1::uuid[]) AS s (id)
), changed AS (
  SELECT id, state, reason FROM unnest($3::uuid[], $4::text[], $5::text[]) AS c (id, state, reason)
)
UPDATE title_review r SET
  profiled_at = CASE WHEN s.id IS NULL THEN r.profiled_at ELSE $2::timestamptz END,
  state = COALESCE(c.state, r.state), reason = CASE WHEN c.id IS NULL THEN r.reason ELSE c.reason END
FROM seen s FULL JOIN changed c USING (id) WHERE r.id = COALESCE(s.id, c.id)`;

/** From receipt to the first profile, seconds. `$1`: received at or after. */
export const LAGS = `
SELECT count(profiled_at)::int AS "profiledCount", count(*)::int AS "reviewCount",
  percentile_cont(ARRAY[.5, .95, .99, 1]) WITHIN GROUP (ORDER BY extract(epoch FROM profiled_at - received_at)::float8)
    FILTER (WHERE profiled_at IS NOT NULL) AS "lags"
FROM title_review WHERE received_at >= $1 AND state <> 'rejected'`;
