import { NotFoundError } from '@keyart/common';
import type { HistoryEntry, MemberRecord } from '@keyart/contracts';
import type { Database } from './database';
import { DATABASE_ERROR_CODES } from './errors';
import type { Member } from './generated/client';
import { IMPORT_HISTORY } from './import-history.statement';
import { pageArgs, type PageQuery } from './page-query';
import { SAVE_PROFILE } from './save-profile.statement';

/** What is imported for one member. */
export interface HistoryImport {
  /** Absent: the name stays. */
  readonly displayName?: string;
  readonly entries: readonly HistoryEntry[];
}

function memberOf({ id, displayName, profileVersion, profile }: Member): MemberRecord {
  return { memberId: id, displayName, profileVersion, profile };
}

/** Members, their histories and taste profiles. */
export class MembersRepository {
  constructor(private readonly database: Database) {}

  /** null for an unknown id. */
  async findById(memberId: string): Promise<MemberRecord | null> {
    const row = await this.database.prisma.member.findUnique({ where: { id: memberId } });
    return row && memberOf(row);
  }

  /** One page, by id. */
  async list(query: PageQuery): Promise<MemberRecord[]> {
    return (await this.database.prisma.member.findMany(pageArgs(query))).map(memberOf);
  }

  /**
   * Creates the member where new and merges the entries into the history: a film (title and year) known already is
   * replaced. All or nothing. `imported` counts films, a film twice in the import once.
   */
  async importHistory(memberId: string, history: HistoryImport): Promise<{ imported: number }> {
    const [row] = await this.database.query<{ imported: number }>({
      text: IMPORT_HISTORY,
      values: [memberId, history.displayName ?? null, JSON.stringify(history.entries)],
    });
    return row;
  }

  /** The history, newest first; empty for an unknown member. */
  async history(memberId: string): Promise<HistoryEntry[]> {
    const rows = await this.database.prisma.historyEntry.findMany({
      where: { memberId },
      omit: { memberId: true },
      orderBy: [{ watchedAt: 'desc' }, { title: 'asc' }, { year: 'asc' }],
    });
    return rows.map((row) => ({ ...row, year: row.year === 0 ? null : row.year }));
  }

  /**
   * Replaces the taste profile, and keeps it as a taste version for those who read old decisions.
   * @throws NotFoundError `UNKNOWN_MEMBER`
   */
  async saveProfile(memberId: string, profileVersion: string, profile: unknown): Promise<void> {
    const values = [memberId, profileVersion, profile === null ? null : JSON.stringify(profile)];
    const [{ savedCount }] = await this.database.query<{ savedCount: number }>({
      text: SAVE_PROFILE,
      values,
    });
    if (savedCount === 0) throw new NotFoundError(DATABASE_ERROR_CODES.unknownMember, 'no such member');
  }
}
