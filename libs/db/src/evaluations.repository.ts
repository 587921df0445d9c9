import type { EvaluationRecord, EvaluationRequestDto, EvaluationStatus } from '@keyart/contracts';
import type { Database } from './database';
import type { Evaluation, Prisma } from './generated/client';
import { isUuid } from './is-uuid';
import type { PageQuery } from './page-query';

/** An evaluation to put in line. */
export type NewEvaluation = Pick<
  EvaluationRecord,
  'evaluationId' | 'request' | 'requestedAt' | 'requestedBy'
>;

/** How an evaluation ended. */
export type EvaluationEnd =
  | { readonly status: 'done'; readonly result: object }
  | { readonly status: 'failed'; readonly problem: string };

const UNENDED = { in: ['queued', 'running'] };

/** Offline evaluations that were asked for, and their results. */
export class EvaluationsRepository {
  constructor(private readonly database: Database) {}

  async create({ evaluationId, request, ...rest }: NewEvaluation): Promise<void> {
    const data = { id: evaluationId, request: { ...request }, status: 'queued', ...rest };
    await this.database.prisma.evaluation.create({ data });
  }

  /** null for an unknown id. */
  async findById(evaluationId: string): Promise<EvaluationRecord | null> {
    if (!isUuid(evaluationId)) return null;
    const query = { where: { id: evaluationId }, omit: { result: true } } as const;
    const row = await this.database.prisma.evaluation.findUnique(query);
    return row && recordOf(row);
  }

  /** null for an unknown id, and for one that is not done. */
  async resultOf(evaluationId: string): Promise<object | null> {
    if (!isUuid(evaluationId)) return null;
    const query = { where: { id: evaluationId }, select: { result: true } };
    const row = await this.database.prisma.evaluation.findUnique(query);
    return (row?.result as object | null | undefined) ?? null;
  }

  /** One page, newest first, without results. */
  async list({ limit, after }: PageQuery): Promise<EvaluationRecord[]> {
    if (after !== undefined && !isUuid(after)) return [];
    const rows = await this.database.prisma.evaluation.findMany({
      ...(after !== undefined && { cursor: { id: after }, skip: 1 }),
      ...{ orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }], take: limit, omit: { result: true } },
    });
    return rows.map(recordOf);
  }

  /** Says how far it is. @param progress in [0, 1] @returns false: it has ended, or there is none */
  async advance(evaluationId: string, progress: number): Promise<boolean> {
    return this.change(evaluationId, { status: 'running', progress });
  }

  /** The first end counts. @returns false: it had ended, or there is none */
  async end(evaluationId: string, end: EvaluationEnd, finishedAt: Date): Promise<boolean> {
    const progress = end.status === 'done' ? { progress: 1 } : {};
    return this.change(evaluationId, { ...end, ...progress, finishedAt });
  }

  private async change(id: string, data: Prisma.EvaluationUpdateManyMutationInput): Promise<boolean> {
    const where = { id, status: UNENDED };
    return (await this.database.prisma.evaluation.updateMany({ where, data })).count === 1;
  }
}

function recordOf({ id, request, status, ...rest }: Omit<Evaluation, 'result'>): EvaluationRecord {
  return {
    evaluationId: id,
    request: request as unknown as EvaluationRequestDto,
    status: status as EvaluationStatus,
    ...rest,
  };
}
