import type { TitleProfileRecord } from '@keyart/contracts';
import type { Database } from './database';

/** A title whose profile is to be built. */
export interface DueTitle {
  readonly titleId: string;
  /** Moves with every change of its reviews. */
  readonly revision: string;
}

/** What the newest profile of a title gives to the priors of others. */
export interface ProfileSums {
  readonly titleId: string;
  readonly microGenre: string | null;
  readonly sums: unknown;
}

type Row<T> = T & Record<string, unknown>;

const COLUMNS = `version, title_id AS "titleId", micro_genre AS "microGenre", engine_version AS "engineVersion", profile, sums,
  built_at AS "builtAt"`;

const NEWEST = `SELECT ${COLUMNS} FROM title_profile_version WHERE title_id = $1 ORDER BY built_at DESC, version LIMIT 1`;

const NEWEST_SUMS = `
SELECT DISTINCT ON (title_id) title_id AS "titleId", micro_genre AS "microGenre", sums FROM title_profile_version
ORDER BY title_id, built_at DESC, version`;

/** The micro-genre of a title is its most specific one: of those that are named now, the one of fewest titles. */
const MICRO_GENRE = `
SELECT t.slug FROM micro_genre_title t JOIN micro_genre m ON m.slug = t.slug
WHERE t.title_id = $1 ORDER BY m.title_count, m.slug COLLATE "C" LIMIT 1`;

const MARK_ALL = `
INSERT INTO title_profile_due AS d (title_id, marked_at)
SELECT DISTINCT title_id, $1::timestamptz FROM title_review WHERE state IN ('analysed', 'quarantined') ORDER BY title_id
ON CONFLICT (title_id) DO UPDATE SET revision = EXCLUDED.revision`;

/** Profiles of titles: versions that never change, and which titles want a new one. */
export class TitleProfilesRepository {
  constructor(private readonly database: Database) {}

  /** Keeps a new version. */
  async save({ titleId, version, ...record }: TitleProfileRecord): Promise<void> {
    const { microGenre, engineVersion, profile, sums, builtAt } = record;
    const text = `INSERT INTO title_profile_version (version, title_id, micro_genre, engine_version, profile, sums, built_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)`;
    const payloads = [JSON.stringify(profile), JSON.stringify(sums)];
    const values = [version, titleId, microGenre, engineVersion, ...payloads, builtAt];
    await this.database.query({ name: 'save-profile-version', text, values });
  }

  /** The title's newest profile; null: none was built. */
  async newest(titleId: string): Promise<TitleProfileRecord | null> {
    const statement = { name: 'newest-profile', text: NEWEST, values: [titleId] };
    const [found] = await this.database.query<Row<TitleProfileRecord>>(statement);
    return found ?? null;
  }

  /** A profile as it was when a decision used it; null: there is no such version. */
  async find(version: string): Promise<TitleProfileRecord | null> {
    const text = `SELECT ${COLUMNS} FROM title_profile_version WHERE version = $1`;
    const [found] = await this.database.query<Row<TitleProfileRecord>>({ text, values: [version] });
    return found ?? null;
  }

  /** Of every title that has a profile. */
  async newestSums(): Promise<ProfileSums[]> {
    return this.database.query<Row<ProfileSums>>({ text: NEWEST_SUMS });
  }

  /** Slug of the micro-genre that a title is shrunk to; null: it is in none. */
  async microGenreOf(titleId: string): Promise<string | null> {
    const [found] = await this.database.query<{ slug: string }>({ text: MICRO_GENRE, values: [titleId] });
    return found?.slug ?? null;
  }

  /** Titles that want a profile, the longest waiting first. */
  async due(limit: number): Promise<DueTitle[]> {
    const text = `SELECT title_id AS "titleId", revision FROM title_profile_due ORDER BY marked_at, title_id LIMIT $1`;
    return this.database.query<Row<DueTitle>>({ text, values: [limit] });
  }

  /** Strikes a title off, unless its reviews have changed since. */
  async clear({ titleId, revision }: DueTitle): Promise<void> {
    const text = 'DELETE FROM title_profile_due WHERE title_id = $1 AND revision = $2';
    await this.database.query({ text, values: [titleId, revision] });
  }

  /** Wants a profile of every title with reviews. */
  async markAll(at: Date): Promise<void> {
    await this.database.query({ text: MARK_ALL, values: [at] });
  }
}
