import {
  experimentSalt,
  type ExperimentRamp,
  type ExperimentRecord,
  type LayerRange,
} from '@keyart/contracts';
import { experimentOf, WITH_LATEST_RUN } from './experiment-row';
import type { Prisma } from './generated/client';

/** Which experiment to start, by whom, and where it may go. */
export interface ExperimentStart {
  readonly experimentId: string;
  readonly startedAt: Date;
  readonly startedBy: string;
  /** Unset: for all of its members at once. */
  readonly ramp?: ExperimentRamp;
  /**
   * Finds cells for the experiment beside the ranges that are taken (disjoint, by cell); null: there is no room.
   * Asked inside the transaction.
   */
  allot(taken: readonly LayerRange[], experiment: ExperimentRecord): LayerRange | null;
}

/** What became of a start. */
export type StartOutcome =
  | { readonly kind: 'started' | 'already-running'; readonly experiment: ExperimentRecord }
  | {
      readonly kind: 'no-room';
      readonly experiment: ExperimentRecord;
      readonly taken: readonly LayerRange[];
    }
  | { readonly kind: 'unknown' };

/** Starts one after another: the table lock keeps what is taken true until the new range is in. Readers go on. */
export async function startExperiment(
  transaction: Prisma.TransactionClient,
  start: ExperimentStart,
): Promise<StartOutcome> {
  await transaction.$executeRaw`LOCK TABLE experiment_run IN SHARE ROW EXCLUSIVE MODE`;
  await transaction.$queryRaw`SELECT 1 FROM experiment WHERE id = ${start.experimentId} FOR UPDATE`;
  const experiment = await find(transaction, start.experimentId);
  if (experiment === null) return { kind: 'unknown' };
  if (experiment.status === 'running') return { kind: 'already-running', experiment };
  const taken = await transaction.experimentRun.findMany({
    where: { stoppedAt: null },
    select: { fromCell: true, toCell: true },
    orderBy: { fromCell: 'asc' },
  });
  const range = start.allot(taken, experiment);
  if (range === null) return { kind: 'no-room', experiment, taken };
  await transaction.experimentRun.create({ data: runOf(start, experiment, range) });
  return { kind: 'started', experiment: (await find(transaction, start.experimentId)) ?? experiment };
}

async function find(
  transaction: Prisma.TransactionClient,
  experimentId: string,
): Promise<ExperimentRecord | null> {
  const where = { id: experimentId };
  const row = await transaction.experiment.findUnique({ where, include: WITH_LATEST_RUN });
  return row && experimentOf(row);
}

function runOf(
  { experimentId, startedAt, startedBy, ramp }: ExperimentStart,
  { run }: ExperimentRecord,
  { fromCell, toCell }: LayerRange,
): Prisma.ExperimentRunUncheckedCreateInput {
  const version = (run?.version ?? 0) + 1;
  const salt = experimentSalt(experimentId, version);
  const state = ramp && { ...ramp, stages: [...ramp.stages], stage: 0, since: startedAt.toISOString() };
  return { experimentId, version, salt, fromCell, toCell, startedAt, startedBy, ramp: state };
}
