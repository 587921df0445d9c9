import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@keyart/common';
import { MemberDataRepository } from '@keyart/db';
import type { JobProducer } from '@keyart/queue';
import { CLOCK, JOB_PRODUCER } from '../core/tokens';

/** Name of the export's schema, see docs/guides/privacy.md. */
export const MEMBER_EXPORT_SCHEMA = 'member-export/1';

/** Everything kept about a member, as one JSON text in pieces: rows by table as they are stored, then jobs. */
@Injectable()
export class MemberExport {
  constructor(
    private readonly data: MemberDataRepository,
    @Inject(JOB_PRODUCER) private readonly jobs: JobProducer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Jobs are read first: with the queue out of reach nothing is sent, rather than half of it. */
  async open(memberId: string): Promise<AsyncGenerator<string, void, undefined>> {
    const jobs = await this.jobs.ofMember(memberId);
    return this.pieces(memberId, JSON.stringify(jobs));
  }

  private async *pieces(memberId: string, jobs: string): AsyncGenerator<string, void, undefined> {
    const exportedAt = new Date(this.clock.nowMs());
    const head = JSON.stringify({ schema: MEMBER_EXPORT_SCHEMA, memberId, exportedAt });
    yield `${head.slice(0, -1)},"tables":{`;
    yield* this.tables(memberId);
    yield `},"jobs":${jobs}}`;
  }

  private async *tables(memberId: string): AsyncGenerator<string, void, undefined> {
    let current: string | null = null;
    let hasRows = false;
    for await (const { table, rows } of this.data.stream(memberId)) {
      if (table !== current) {
        yield `${current === null ? '' : '],'}${JSON.stringify(table)}:[`;
        [current, hasRows] = [table, false];
      }
      if (rows.length === 0) continue;
      yield `${hasRows ? ',' : ''}${rows.join(',')}`;
      hasRows = true;
    }
    yield ']';
  }
}
