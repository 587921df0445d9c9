/** `$1`: version, `$2`: JSON array of micro-genres. One that was there before keeps the version that first named it. */
export const SAVE_MICRO_GENRES = `
INSERT INTO micro_genre (slug, name, facets, title_count, lift, odds_ratio, first_version, last_version)
SELECT m.slug, m.name, ARRAY(SELECT json_array_elements_text(m.facets)), m."titleCount", m.lift, m."oddsRatio", $1, $1
FROM json_to_recordset($2::json) AS m (
  slug text, name text, facets json, "titleCount" int, lift float8, "oddsRatio" float8
)
ON CONFLICT (slug) DO UPDATE SET name = EXCLUDED.name, facets = EXCLUDED.facets, title_count = EXCLUDED.title_count,
  lift = EXCLUDED.lift, odds_ratio = EXCLUDED.odds_ratio, last_version = EXCLUDED.last_version`;

/** `$1`: JSON array of memberships. */
export const SAVE_MEMBERSHIPS = `
INSERT INTO micro_genre_title (slug, title_id, evidence)
SELECT m.slug, m."titleId", m.evidence FROM json_to_recordset($1::json) AS m (slug text, "titleId" text, evidence jsonb)`;

/** `$1`: version, `$2`: time, `$3`: titles, `$4`: coverage. */
export const SAVE_REBUILD = `
INSERT INTO micro_genre_rebuild (version, rebuilt_at, title_count, coverage) VALUES ($1, $2, $3, $4)
ON CONFLICT (version) DO UPDATE SET rebuilt_at = EXCLUDED.rebuilt_at, title_count = EXCLUDED.title_count, coverage = EXCLUDED.coverage`;

const MICRO_GENRE = `m.slug, m.name, m.facets, m.title_count AS "titleCount", m.lift, m.odds_ratio AS "oddsRatio",
  m.first_version AS "firstVersion", m.last_version AS "lastVersion"`;

/** Those of the newest rebuild. `$1`: slug of the page before or null, `$2`: rows, `$3`: part of the name or null. */
export const LIST = `
SELECT ${MICRO_GENRE} FROM micro_genre m
WHERE m.last_version = (SELECT version FROM micro_genre_rebuild ORDER BY rebuilt_at DESC, version LIMIT 1)
  AND ($1::text IS NULL OR m.slug COLLATE "C" > $1) AND ($3::text IS NULL OR strpos(lower(m.name), lower($3)) > 0)
ORDER BY m.slug COLLATE "C" LIMIT $2`;

/** `$1`: slug. */
export const FIND = `SELECT ${MICRO_GENRE} FROM micro_genre m WHERE m.slug = $1`;

/** Micro-genres of the newest rebuild that a title is in, most specific first. `$1`: title. */
export const OF_TITLE = `
SELECT ${MICRO_GENRE}, t.evidence FROM micro_genre_title t JOIN micro_genre m ON m.slug = t.slug
WHERE t.title_id = $1 ORDER BY m.title_count, m.slug COLLATE "C"`;

/** `$1`: slug, `$2`: title of the page before or null, `$3`: rows. */
export const TITLES = `
SELECT slug, title_id AS "titleId", evidence FROM micro_genre_title
WHERE slug = $1 AND ($2::text IS NULL OR title_id COLLATE "C" > $2) ORDER BY title_id COLLATE "C" LIMIT $3`;

/** Micro-genres of the newest rebuild, largest first, each with its first titles. `$1`: rows, `$2`: titles of each. */
export const WITH_TITLES = `
SELECT ${MICRO_GENRE}, ARRAY(
  SELECT t.title_id FROM micro_genre_title t WHERE t.slug = m.slug ORDER BY t.title_id COLLATE "C" LIMIT $2
) AS "titleIds"
FROM micro_genre m
WHERE m.last_version = (SELECT version FROM micro_genre_rebuild ORDER BY rebuilt_at DESC, version LIMIT 1)
ORDER BY m.title_count DESC, m.slug COLLATE "C" LIMIT $1`;
