/**
 * Replaces a member's profile and keeps it among the taste versions, in one statement.
 * `$1`: member id, `$2`: profile version, `$3`: the profile as JSON text, or null for none.
 * A version is a content hash: one that is there already holds the same profile.
 */
export const SAVE_PROFILE = `
WITH saved AS (
  UPDATE member SET profile_version = $2, profile = $3::jsonb, updated_at = now() WHERE id = $1 RETURNING id
), kept AS (
  INSERT INTO taste_version (member_id, version, profile)
  SELECT id, $2, $3::jsonb FROM saved WHERE $3 IS NOT NULL
  ON CONFLICT (member_id, version) DO NOTHING
)
SELECT count(*)::int AS "savedCount" FROM saved`;
