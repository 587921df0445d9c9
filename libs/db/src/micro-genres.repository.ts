import type {
  FacetEvidenceRecord,
  MicroGenreMembership,
  MicroGenreRebuildRecord,
  MicroGenreRecord,
} from '@keyart/contracts';
import type { Database } from './database';
import { withDatabaseErrors } from './errors';
import {
  FIND,
  LIST,
  OF_TITLE,
  SAVE_MEMBERSHIPS,
  SAVE_MICRO_GENRES,
  SAVE_REBUILD,
  TITLES,
  WITH_TITLES,
} from './micro-genre.statements';
import type { PageQuery } from './page-query';

/** A micro-genre as a rebuild names it. */
export type NewMicroGenre = Omit<MicroGenreRecord, 'firstVersion' | 'lastVersion'>;

/** A page of micro-genres. */
export interface MicroGenreQuery extends PageQuery {
  /** Part of the name, upper and lower case alike; unset: all. */
  readonly search?: string;
}

/** Memberships of one statement. */
const BATCH_COUNT = 5_000;

type Row<T> = T & Record<string, unknown>;

/** Micro-genres of the catalogue. Those of the newest rebuild are named; others are kept retired, so that one that comes back is the same. */
export class MicroGenresRepository {
  constructor(private readonly database: Database) {}

  /** Names these micro-genres, and no others, from now on; all or nothing. */
  async replace(
    rebuild: MicroGenreRebuildRecord,
    microGenres: readonly NewMicroGenre[],
    memberships: readonly MicroGenreMembership[],
  ): Promise<void> {
    const { version, rebuiltAt, titleCount, coverage } = rebuild;
    await withDatabaseErrors(async () => {
      const client = await this.database.pool.connect();
      try {
        await client.query('BEGIN');
        await client.query('LOCK TABLE micro_genre_title IN SHARE ROW EXCLUSIVE MODE');
        await client.query('DELETE FROM micro_genre_title');
        await client.query(SAVE_MICRO_GENRES, [version, JSON.stringify(microGenres)]);
        for (let from = 0; from < memberships.length; from += BATCH_COUNT)
          await client.query(SAVE_MEMBERSHIPS, [JSON.stringify(memberships.slice(from, from + BATCH_COUNT))]);
        await client.query(SAVE_REBUILD, [version, rebuiltAt, titleCount, coverage]);
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      } finally {
        client.release();
      }
    });
  }

  /** The newest rebuild; null: there was none. */
  async newest(): Promise<MicroGenreRebuildRecord | null> {
    return this.database.prisma.microGenreRebuild.findFirst({
      orderBy: [{ rebuiltAt: 'desc' }, { version: 'asc' }],
    });
  }

  /** Those that are named now, by slug. */
  async list({ after, limit, search }: MicroGenreQuery): Promise<MicroGenreRecord[]> {
    const statement = { text: LIST, values: [after ?? null, limit, search ?? null] };
    return this.database.query<Row<MicroGenreRecord>>(statement);
  }

  /** One that was ever named; null: none of that slug. */
  async find(slug: string): Promise<MicroGenreRecord | null> {
    const [found] = await this.database.query<Row<MicroGenreRecord>>({ text: FIND, values: [slug] });
    return found ?? null;
  }

  /** The titles of one, by id; none where it is retired. */
  async titles(slug: string, { after, limit }: PageQuery): Promise<MicroGenreMembership[]> {
    const statement = { text: TITLES, values: [slug, after ?? null, limit] };
    return this.database.query<Row<MicroGenreMembership>>(statement);
  }

  /** What a title is in now, most specific first, with what says so. */
  async ofTitle(
    titleId: string,
  ): Promise<(MicroGenreRecord & { readonly evidence: FacetEvidenceRecord[] })[]> {
    const statement = { text: OF_TITLE, values: [titleId] };
    return this.database.query<Row<MicroGenreRecord & { evidence: FacetEvidenceRecord[] }>>(statement);
  }

  /** Those that are named now, largest first, each with some of its titles. */
  async largest(
    count: number,
    titlesOfEach: number,
  ): Promise<(MicroGenreRecord & { readonly titleIds: string[] })[]> {
    const statement = { text: WITH_TITLES, values: [count, titlesOfEach] };
    return this.database.query<Row<MicroGenreRecord & { titleIds: string[] }>>(statement);
  }
}
