import type { ErasureRecord } from '@keyart/contracts';
import type { Database } from './database';
import type { Erasure } from './generated/client';
import { isUuid } from './is-uuid';

/** A wish to be erased. */
export interface NewErasure {
  readonly erasureId: string;
  readonly memberHash: string;
  readonly requestedAt: Date;
}

/** What a pass of an erasure did. */
export type ErasurePass = Pick<ErasureRecord, 'erasureId' | 'erasedAt' | 'completedAt' | 'counts'>;

const OPEN = `
INSERT INTO erasure (id, member_hash, requested_at) VALUES ($1, $2, $3)
ON CONFLICT (member_hash) WHERE completed_at IS NULL DO NOTHING`;

function erasureOf({ id, counts, ...row }: Erasure): ErasureRecord {
  return { ...row, erasureId: id, counts: counts as Record<string, number> };
}

/** Erasures asked for and done; they name members by keyed hashes alone. */
export class ErasuresRepository {
  constructor(private readonly database: Database) {}

  /** The member's open erasure: the one there is, or else this one. */
  async open({ erasureId, memberHash, requestedAt }: NewErasure): Promise<ErasureRecord> {
    await this.database.query({ text: OPEN, values: [erasureId, memberHash, requestedAt] });
    const erasures = this.database.prisma.erasure;
    const orderBy = [{ requestedAt: 'desc' as const }, { id: 'asc' as const }];
    const open = await erasures.findFirst({ where: { memberHash, completedAt: null }, orderBy });
    // One that another request opened may have been completed since; it then did what was asked.
    return erasureOf(open ?? (await erasures.findFirstOrThrow({ where: { memberHash }, orderBy })));
  }

  /** null for an unknown id. */
  async find(erasureId: string): Promise<ErasureRecord | null> {
    if (!isUuid(erasureId)) return null;
    const row = await this.database.prisma.erasure.findUnique({ where: { id: erasureId } });
    return row && erasureOf(row);
  }

  /** Replaces times and counts. */
  async savePass({ erasureId, erasedAt, completedAt, counts }: ErasurePass): Promise<void> {
    const data = { erasedAt, completedAt, counts: { ...counts } };
    await this.database.prisma.erasure.update({ where: { id: erasureId }, data });
  }
}
