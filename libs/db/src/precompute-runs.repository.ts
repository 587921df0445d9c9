import type { PrecomputeRunRecord, PrecomputeStatus } from '@keyart/contracts';
import type { Database } from './database';
import type { PrecomputeRun } from './generated/client';
import { BEGIN_RUN, CANCEL_RUN, END_MEMBER, FINISH_RUN, REFILL_RUN } from './precompute-run.statements';

/** A member of a run whose turn is over. */
export interface EndedMember {
  readonly runId: string;
  readonly memberId: string;
  /** False: given up. */
  readonly isDone: boolean;
  readonly at: Date;
}

const UNFINISHED = { status: { in: ['running', 'paused'] } };

function recordOf({ id, status, ...row }: PrecomputeRun): PrecomputeRunRecord {
  return { runId: id, status: status as PrecomputeStatus, ...row };
}

/** Precompute runs and the members they have in line. Every change is one statement, so that a killed process leaves no half of one. */
export class PrecomputeRunsRepository {
  constructor(private readonly database: Database) {}

  /** Begins a run over members active since then; false where one is unfinished. */
  async begin(runId: string, { activeSince, at }: { activeSince: Date; at: Date }): Promise<boolean> {
    return this.hasChanged(BEGIN_RUN, [runId, activeSince, at]);
  }

  /** null for an unknown id. */
  async findById(runId: string): Promise<PrecomputeRunRecord | null> {
    const row = await this.database.prisma.precomputeRun.findUnique({ where: { id: runId } });
    return row && recordOf(row);
  }

  /** The one that is running or paused; null for none. */
  async unfinished(): Promise<PrecomputeRunRecord | null> {
    const row = await this.database.prisma.precomputeRun.findFirst({ where: UNFINISHED });
    return row && recordOf(row);
  }

  /** The newest `limit` runs, newest first. */
  async newest(limit: number): Promise<PrecomputeRunRecord[]> {
    const orderBy = [{ startedAt: 'desc' as const }, { id: 'desc' as const }];
    return (await this.database.prisma.precomputeRun.findMany({ orderBy, take: limit })).map(recordOf);
  }

  /** Puts members in line until `mostCount` are; everybody in line. Empty where the run is not running or all had their turn. */
  async refill(runId: string, { mostCount, at }: { mostCount: number; at: Date }): Promise<string[]> {
    const values = [runId, mostCount, at];
    const rows = await this.database.query<{ memberId: string }>({ text: REFILL_RUN, values });
    return rows.map(({ memberId }) => memberId);
  }

  /** Whether the run is running and has the member in line. */
  async isInLine(runId: string, memberId: string): Promise<boolean> {
    const where = { runId, memberId, run: { status: 'running' } };
    return (await this.database.prisma.precomputeMember.count({ where })) > 0;
  }

  /** Counts the member, once however often told. @returns members still in line; null where it was not in line */
  async endMember({ runId, memberId, isDone, at }: EndedMember): Promise<number | null> {
    const values = [runId, memberId, isDone, at];
    const [row] = await this.database.query<{ waitingCount: number }>({ text: END_MEMBER, values });
    return row?.waitingCount ?? null;
  }

  /** Ends the run where nobody is in line. */
  async finish(runId: string, at: Date): Promise<void> {
    await this.database.query({ text: FINISH_RUN, values: [runId, at] });
  }

  /** Pauses a running run; `reason`: code of the fault, null for a person. @returns whether it was running */
  async pause(runId: string, { reason, at }: { reason: string | null; at: Date }): Promise<boolean> {
    return this.moved(runId, 'running', { status: 'paused', reason, updatedAt: at });
  }

  /** @returns whether it was paused */
  async resume(runId: string, at: Date): Promise<boolean> {
    return this.moved(runId, 'paused', { status: 'running', reason: null, updatedAt: at });
  }

  /** @returns whether it was unfinished */
  async cancel(runId: string, at: Date): Promise<boolean> {
    return this.hasChanged(CANCEL_RUN, [runId, at]);
  }

  private async moved(
    id: string,
    from: PrecomputeStatus,
    data: { status: PrecomputeStatus; reason: string | null; updatedAt: Date },
  ): Promise<boolean> {
    const { count } = await this.database.prisma.precomputeRun.updateMany({
      where: { id, status: from },
      data,
    });
    return count > 0;
  }

  private async hasChanged(text: string, values: unknown[]): Promise<boolean> {
    return (await this.database.query({ text, values })).length > 0;
  }
}
