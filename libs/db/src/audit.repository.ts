import type { Database } from './database';

/** A call of administration. */
export interface AuditCall {
  readonly at: Date;
  readonly keyId: string;
  readonly keyName: string;
  readonly method: string;
  /** The route's pattern; what it acted on is in `target`. */
  readonly route: string;
  /** Parameter → id; members by pseudonym. */
  readonly target: Readonly<Record<string, string>>;
  readonly requestId: string;
}

/** How a call ended. */
export interface AuditOutcome {
  /** HTTP status; null: the call was let in, and how it ended is not known. */
  readonly status: number | null;
  readonly summary: string | null;
}

/** A call as kept; `id` grows. */
export interface AuditEntry extends AuditCall, AuditOutcome {
  readonly id: string;
}

/** Which entries, newest first. */
export interface AuditQuery {
  readonly limit: number;
  /** Entries older than this id. */
  readonly after?: string;
  readonly keyId?: string;
  readonly from?: Date;
  readonly until?: Date;
}

/** The record of what was done with administration's rights; the job `purge-expired` alone shortens it, see EXPIRING_DATA. */
export class AuditRepository {
  constructor(private readonly database: Database) {}

  /** Adds an entry and returns its id. */
  async write({ target, ...entry }: AuditCall & AuditOutcome): Promise<string> {
    const { id } = await this.database.prisma.auditEntry.create({
      data: { ...entry, target: { ...target } },
    });
    return String(id);
  }

  /** Says how an entry's call ended; the database refuses it for entries that are closed. */
  async close(id: string, outcome: AuditOutcome): Promise<void> {
    await this.database.prisma.auditEntry.update({ where: { id: BigInt(id) }, data: outcome });
  }

  /** One page, newest first. @param query `after` is an id, digits only */
  async list({ limit, after, keyId, from, until }: AuditQuery): Promise<AuditEntry[]> {
    const rows = await this.database.prisma.auditEntry.findMany({
      where: { keyId, at: { gte: from, lt: until }, ...(after && { id: { lt: BigInt(after) } }) },
      orderBy: { id: 'desc' },
      take: limit,
    });
    return rows.map((row) => ({ ...row, id: String(row.id), target: row.target as Record<string, string> }));
  }
}
