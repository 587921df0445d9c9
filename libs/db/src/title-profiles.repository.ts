import type { TitleProfileRecord } from '@keyart/contracts';
import type { Database } from './database';

/** A title whose profile is to be built. */
export interface DueTitle {
  readonly titleId: string;
  /** Moves with every change of its reviews. */
  readonly revision: string;
  /** How many it has. */
  readonly reviewCount: number;
  /** Slug of the micro-genre that it is shrunk to; null: it is in none. */
  readonly microGenre: string | null;
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

const NEWEST = `
SELECT DISTINCT ON (title_id) ${COLUMNS} FROM title_profile_version WHERE title_id = ANY($1) ORDER BY title_id, built_at DESC, version`;

const SAVE = `
INSERT INTO title_profile_version (version, title_id, micro_genre, engine_version, profile, sums, built_at)
SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::jsonb[], $7::timestamptz[])`;

const NEWEST_SUMS = `
SELECT DISTINCT ON (title_id) title_id AS "titleId", micro_genre AS "microGenre", sums FROM title_profile_version
ORDER BY title_id, built_at DESC, version`;

const NEWEST_PROFILES = `
SELECT DISTINCT ON (title_id) title_id AS "titleId", profile FROM title_profile_version ORDER BY title_id, built_at DESC, version`;

/** The micro-genre of a title is its most specific one: of those that are named now, the one of fewest titles. `title`: an expression. */
const microGenreOf = (title: string): string => `(
  SELECT t.slug FROM micro_genre_title t JOIN micro_genre m ON m.slug = t.slug
  WHERE t.title_id = ${title} ORDER BY m.title_count, m.slug COLLATE "C" LIMIT 1)`;

const DUE = `
SELECT d.title_id AS "titleId", d.revision, ${microGenreOf('d.title_id')} AS "microGenre",
  (SELECT count(*)::int FROM title_review r WHERE r.title_id = d.title_id) AS "reviewCount"
FROM title_profile_due d ORDER BY d.marked_at, d.title_id LIMIT $1`;

const MARK_ALL = `
INSERT INTO title_profile_due AS d (title_id, marked_at)
SELECT DISTINCT title_id, $1::timestamptz FROM title_review WHERE state IN ('analysed', 'quarantined') ORDER BY title_id
ON CONFLICT (title_id) DO UPDATE SET revision = EXCLUDED.revision`;

/** Profiles of titles: versions that never change, and which titles want a new one. */
export class TitleProfilesRepository {
  constructor(private readonly database: Database) {}

  /** Keeps new versions, all or none. */
  async save(records: readonly TitleProfileRecord[]): Promise<void> {
    if (records.length === 0) return;
    const values = [
      records.map(({ version }) => version),
      records.map(({ titleId }) => titleId),
      records.map(({ microGenre }) => microGenre),
      records.map(({ engineVersion }) => engineVersion),
      records.map(({ profile }) => JSON.stringify(profile)),
      records.map(({ sums }) => JSON.stringify(sums)),
      records.map(({ builtAt }) => builtAt),
    ];
    await this.database.query({ name: 'save-profile-versions', text: SAVE, values });
  }

  /** The title's newest profile; null: none was built. */
  async newest(titleId: string): Promise<TitleProfileRecord | null> {
    return (await this.newestOf([titleId])).get(titleId) ?? null;
  }

  /** Newest profiles by title; titles without any are not there. */
  async newestOf(titleIds: readonly string[]): Promise<Map<string, TitleProfileRecord>> {
    const statement = { name: 'newest-profiles', text: NEWEST, values: [titleIds] };
    const found = await this.database.query<Row<TitleProfileRecord>>(statement);
    return new Map(found.map((record) => [record.titleId, record]));
  }

  /** A profile as it was when a decision used it; null: there is no such version. */
  async find(version: string): Promise<TitleProfileRecord | null> {
    const text = `SELECT ${COLUMNS} FROM title_profile_version WHERE version = $1`;
    const [found] = await this.database.query<Row<TitleProfileRecord>>({ text, values: [version] });
    return found ?? null;
  }

  /** Newest profile of every title that has one. */
  async newestProfiles(): Promise<Pick<TitleProfileRecord, 'titleId' | 'profile'>[]> {
    return this.database.query<Row<Pick<TitleProfileRecord, 'titleId' | 'profile'>>>({
      text: NEWEST_PROFILES,
    });
  }

  /** Of every title that has a profile. */
  async newestSums(): Promise<ProfileSums[]> {
    return this.database.query<Row<ProfileSums>>({ text: NEWEST_SUMS });
  }

  /** Slug of the micro-genre that a title is shrunk to; null: it is in none. */
  async microGenreOf(titleId: string): Promise<string | null> {
    const text = `SELECT ${microGenreOf('$1')} AS slug`;
    const [{ slug }] = await this.database.query<{ slug: string | null }>({ text, values: [titleId] });
    return slug;
  }

  /** Titles that want a profile, the longest waiting first. */
  async due(limit: number): Promise<DueTitle[]> {
    return this.database.query<Row<DueTitle>>({ name: 'due-profiles', text: DUE, values: [limit] });
  }

  /** Strikes titles off, but for those whose reviews have changed since. */
  async clear(titles: readonly Pick<DueTitle, 'titleId' | 'revision'>[]): Promise<void> {
    const text = `DELETE FROM title_profile_due WHERE (title_id, revision) IN (
      SELECT * FROM unnest($1::text[], $2::bigint[]))`;
    const values = [titles.map(({ titleId }) => titleId), titles.map(({ revision }) => revision)];
    await this.database.query({ name: 'clear-profiles', text, values });
  }

  /** Wants a profile of every title with reviews. */
  async markAll(at: Date): Promise<void> {
    await this.database.query({ text: MARK_ALL, values: [at] });
  }
}
