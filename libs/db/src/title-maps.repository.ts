import type { TitleMapEntryRecord, TitleMapPoint, TitleMapRecord } from '@keyart/contracts';
import type { Database } from './database';
import type { Prisma, TitleMap } from './generated/client';
import {
  CLAIM,
  DELETE_OLD,
  ENTRIES,
  INSERT_ENTRIES,
  POINTS,
  SIMILAR,
  type SimilarRow,
} from './title-map.statements';

/** A map to be kept. */
export type NewTitleMap = Omit<TitleMapRecord, 'publishedAt'>;

/** A map that may be shown. */
export type PublishedTitleMap = TitleMapRecord & { readonly publishedAt: Date };

/** Entries of one statement: some megabytes of reasons. */
const BATCH_COUNT = 500;
const LEASE_ID = 1;

/** Versions of the similarity map. Readers see a version once it is published, which is after all of it is there. */
export class TitleMapsRepository {
  constructor(private readonly database: Database) {}

  /** Takes or keeps the right to rebuild, until so long from now. @returns false: another holder has it */
  async claim(holder: string, leaseMs: number): Promise<boolean> {
    const values = [LEASE_ID, holder, leaseMs];
    return (await this.database.query({ text: CLAIM, values })).length === 1;
  }

  /** Gives the right back; nothing where another has it. */
  async release(holder: string): Promise<void> {
    await this.database.prisma.titleMapLease.deleteMany({ where: { id: LEASE_ID, holder } });
  }

  /**
   * Keeps a map, not published yet. One of this version that is published stays as it is: a version names its content.
   * @param onSaved told how many entries are there
   */
  async save(
    map: NewTitleMap,
    entries: readonly TitleMapEntryRecord[],
    onSaved: (count: number) => void = () => undefined,
  ): Promise<void> {
    const { titleMap } = this.database.prisma;
    await titleMap.deleteMany({ where: { version: map.version, publishedAt: null } });
    if ((await titleMap.count({ where: { version: map.version } })) > 0) return;
    await titleMap.create({ data: dataOf(map) });
    for (let from = 0; from < entries.length; from += BATCH_COUNT) {
      const batch = entries.slice(from, from + BATCH_COUNT);
      await this.database.query({ text: INSERT_ENTRIES, values: [map.version, JSON.stringify(batch)] });
      onSaved(from + batch.length);
    }
  }

  /** From now on the version is the one to show. */
  async publish(version: string, publishedAt: Date): Promise<void> {
    await this.database.prisma.titleMap.update({ where: { version }, data: { publishedAt } });
  }

  /** The map to show; null: none was made yet. */
  async newest(): Promise<PublishedTitleMap | null> {
    const [newest] = await this.list(1);
    return newest ?? null;
  }

  /** A published version; null: there is none. */
  async find(version: string): Promise<PublishedTitleMap | null> {
    const where = { version, publishedAt: { not: null } };
    const row = await this.database.prisma.titleMap.findFirst({ where });
    return row && recordOf(row);
  }

  /** Published versions, newest first. */
  async list(count: number): Promise<PublishedTitleMap[]> {
    const rows = await this.database.prisma.titleMap.findMany({
      where: { publishedAt: { not: null } },
      orderBy: [{ publishedAt: 'desc' }, { version: 'asc' }],
      take: count,
    });
    return rows.map(recordOf);
  }

  /** Where the titles of a version are, by id. */
  async points(version: string): Promise<TitleMapPoint[]> {
    return this.database.query<TitleMapPoint & Record<string, unknown>>({ text: POINTS, values: [version] });
  }

  /** The titles of a version, by id, each with so many of its similar ones at most. @param similarCount ≥ 1 */
  async entries(version: string, similarCount: number): Promise<TitleMapEntryRecord[]> {
    const statement = { text: ENTRIES, values: [version, similarCount - 1] };
    return this.database.query<TitleMapEntryRecord & Record<string, unknown>>(statement);
  }

  /** What is like a title on a version, nearest first, with names; null: the title is not on it. */
  async similarTo(version: string, titleId: string): Promise<SimilarRow[] | null> {
    const statement = { text: SIMILAR, values: [version, titleId] };
    const [row] = await this.database.query<{ similar: SimilarRow[] }>(statement);
    return row?.similar ?? null;
  }

  /** Removes published versions but the last so many, and unpublished ones. Only for who may rebuild. @returns how many */
  async deleteOld(keptCount: number): Promise<number> {
    return (await this.database.query({ text: DELETE_OLD, values: [keptCount] })).length;
  }
}

function dataOf({ blocks, communities, ...rest }: NewTitleMap): Prisma.TitleMapCreateInput {
  return { ...rest, blocks: [...blocks], communities: communities.map((one) => ({ ...one })) };
}

function recordOf({ communities, ...row }: TitleMap): PublishedTitleMap {
  return {
    ...row,
    communities: communities as unknown as TitleMapRecord['communities'],
  } as PublishedTitleMap;
}
