import type { SimilarTitleRecord } from '@keyart/contracts';

/** A similar title with its name as of the map. */
export interface SimilarRow extends SimilarTitleRecord {
  readonly name: string;
  readonly year: number | null;
}

/** `$1`: id of the one row, `$2`: holder, `$3`: milliseconds. A row comes back unless somebody else holds the lease. */
export const CLAIM = `
INSERT INTO title_map_lease AS l (id, holder, until)
VALUES ($1, $2::uuid, now() + $3::float8 * interval '1 millisecond')
ON CONFLICT (id) DO UPDATE SET holder = EXCLUDED.holder, until = EXCLUDED.until
WHERE l.holder = EXCLUDED.holder OR l.until < now()
RETURNING 1`;

/** `$1`: version, `$2`: JSON array of TitleMapEntryRecord. */
export const INSERT_ENTRIES = `
INSERT INTO title_map_entry (version, title_id, name, year, x, y, communities, similar_titles)
SELECT $1, e."titleId", e.name, e.year, e.x, e.y, ARRAY(SELECT json_array_elements_text(e.communities)::int), e."similar"
FROM json_to_recordset($2::json) AS e (
  "titleId" text, name text, year int, x float8, y float8, communities json, "similar" jsonb
)`;

const POINT = `title_id AS "titleId", name, year, x, y, communities`;

/** Titles of a version and where they lie. */
export const POINTS = `SELECT ${POINT} FROM title_map_entry WHERE version = $1 ORDER BY title_id COLLATE "C"`;

/** `$2`: place of the last similar title wanted. */
export const ENTRIES = `
SELECT ${POINT}, jsonb_path_query_array(similar_titles, '$[0 to $last]', jsonb_build_object('last', $2::int)) AS "similar"
FROM title_map_entry WHERE version = $1 ORDER BY title_id COLLATE "C"`;

/** `$1`: version, `$2`: title. Similar ones in the order they were kept in. */
export const SIMILAR = `
SELECT coalesce((
  SELECT jsonb_agg(s.one || jsonb_build_object('name', o.name, 'year', o.year) ORDER BY s.place)
  FROM jsonb_array_elements(e.similar_titles) WITH ORDINALITY AS s (one, place)
  JOIN title_map_entry o ON o.version = e.version AND o.title_id = s.one ->> 'titleId'
), '[]'::jsonb) AS "similar"
FROM title_map_entry e WHERE e.version = $1 AND e.title_id = $2`;

/** `$1`: how many published versions stay. */
export const DELETE_OLD = `
DELETE FROM title_map WHERE version NOT IN (
  SELECT version FROM title_map WHERE published_at IS NOT NULL ORDER BY published_at DESC, version LIMIT $1
) RETURNING 1`;
