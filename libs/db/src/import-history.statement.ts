/**
 * Creates the member where new and merges history, in one statement.
 * `$1`: member id, `$2`: display name or null (keeps the name), `$3`: JSON array of HistoryEntry.
 * An unknown year is stored as 0, being part of the key; of one film twice in the array the last entry wins.
 */
export const IMPORT_HISTORY = `
WITH member AS (
  INSERT INTO member AS m (id, display_name) VALUES ($1, $2)
  ON CONFLICT (id) DO UPDATE SET display_name = COALESCE(EXCLUDED.display_name, m.display_name), updated_at = now()
), entry AS (
  SELECT DISTINCT ON (title, COALESCE(year, 0)) title, COALESCE(year, 0) AS year, genres, people, rating, "watchedAt"
  FROM ROWS FROM (json_to_recordset($3::json) AS (
    title text, year int, genres text[], people text[], rating float8, "watchedAt" timestamptz(3)
  )) WITH ORDINALITY
  ORDER BY title, COALESCE(year, 0), ordinality DESC
), stored AS (
  INSERT INTO history_entry (member_id, title, year, genres, people, rating, watched_at)
  SELECT $1, title, year, genres, people, rating, "watchedAt" FROM entry
  ON CONFLICT (member_id, title, year) DO UPDATE SET
    genres = EXCLUDED.genres, people = EXCLUDED.people, rating = EXCLUDED.rating, watched_at = EXCLUDED.watched_at
  RETURNING 1
)
SELECT count(*)::int AS imported FROM stored`;
