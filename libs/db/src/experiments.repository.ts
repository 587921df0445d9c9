import type {
  ExperimentDefinition,
  ExperimentRecord,
  RunningExperiment,
  StoppedArm,
} from '@keyart/contracts';
import type { Database } from './database';
import { armsOf, experimentOf, openCells, rampOf, stoppedArmsOf, WITH_LATEST_RUN } from './experiment-row';
import { pageArgs, type PageQuery } from './page-query';
import { startExperiment, type ExperimentStart, type StartOutcome } from './start-experiment';

/** An experiment to create. */
export type NewExperiment = ExperimentDefinition & Pick<ExperimentRecord, 'createdAt' | 'createdBy'>;

/** What may change of a draft; fields that are absent or null stay. */
export type DraftChanges = {
  readonly [Field in keyof Omit<ExperimentDefinition, 'experimentId'>]?: ExperimentDefinition[Field] | null;
};

/** Experiments and their runs. */
export class ExperimentsRepository {
  constructor(private readonly database: Database) {}

  /** Creates a draft; false where the id is taken. */
  async create({ experimentId, arms, guardrails, ...rest }: NewExperiment): Promise<boolean> {
    const data = {
      ...{ id: experimentId, arms: arms.map((arm) => ({ ...arm })) },
      guardrails: guardrails.map((guardrail) => ({ ...guardrail })),
      ...rest,
    };
    const { count } = await this.database.prisma.experiment.createMany({ data, skipDuplicates: true });
    return count === 1;
  }

  /** null for an unknown id. */
  async findById(experimentId: string): Promise<ExperimentRecord | null> {
    const where = { id: experimentId };
    const row = await this.database.prisma.experiment.findUnique({ where, include: WITH_LATEST_RUN });
    return row && experimentOf(row);
  }

  /** With the run of that version instead of the latest; null for an unknown id or version. */
  async findVersion(experimentId: string, version: number): Promise<ExperimentRecord | null> {
    const where = { id: experimentId };
    const include = { runs: { where: { version } } };
    const row = await this.database.prisma.experiment.findUnique({ where, include });
    return row && row.runs.length > 0 ? experimentOf(row) : null;
  }

  /** One page, by id. */
  async list(query: PageQuery): Promise<ExperimentRecord[]> {
    const rows = await this.database.prisma.experiment.findMany({
      ...pageArgs(query),
      include: WITH_LATEST_RUN,
    });
    return rows.map(experimentOf);
  }

  /** Changes an experiment that was never started; false where there is no such draft. */
  async changeDraft(experimentId: string, changes: DraftChanges): Promise<boolean> {
    const data = dataOf(changes);
    return this.database.prisma.$transaction(async (transaction) => {
      await transaction.$queryRaw`SELECT 1 FROM experiment WHERE id = ${experimentId} FOR UPDATE`;
      const where = { id: experimentId, runs: { none: {} } };
      const { count } = await transaction.experiment.updateMany({ where, data });
      return count === 1;
    });
  }

  /** Starts the next version in the cells that `allot` finds for it. */
  start(start: ExperimentStart): Promise<StartOutcome> {
    return this.database.prisma.$transaction((transaction) => startExperiment(transaction, start));
  }

  /** Stops what runs, which frees its cells; false where the experiment does not run. */
  async stop(experimentId: string, stoppedAt: Date, stoppedBy: string): Promise<boolean> {
    const where = { experimentId, stoppedAt: null };
    const data = { stoppedAt, stoppedBy };
    return (await this.database.prisma.experimentRun.updateMany({ where, data })).count === 1;
  }

  /** Takes an arm out of the run that is on; false where it is out already or the version does not run. */
  async stopArm(
    { experimentId, version }: { readonly experimentId: string; readonly version: number },
    stopped: StoppedArm,
  ): Promise<boolean> {
    const { arm, reason } = stopped;
    const entry = JSON.stringify([{ arm, reason, stoppedAt: stopped.stoppedAt.toISOString() }]);
    const known = JSON.stringify([{ arm }]);
    const count = await this.database.prisma.$executeRaw`
      UPDATE experiment_run SET stopped_arms = stopped_arms || ${entry}::jsonb
      WHERE experiment_id = ${experimentId} AND version = ${version} AND stopped_at IS NULL
        AND NOT stopped_arms @> ${known}::jsonb`;
    return count === 1;
  }

  /** Takes in the members of the next stage; false where the run has left that stage already, or does not run. */
  async widen(
    { experimentId, version }: { readonly experimentId: string; readonly version: number },
    { stage, at }: { readonly stage: number; readonly at: Date },
  ): Promise<boolean> {
    const next = JSON.stringify({ stage: stage + 1, since: at.toISOString() });
    const count = await this.database.prisma.$executeRaw`
      UPDATE experiment_run SET ramp = ramp || ${next}::jsonb
      WHERE experiment_id = ${experimentId} AND version = ${version} AND stopped_at IS NULL
        AND (ramp ->> 'stage')::int = ${stage} AND ${stage} < jsonb_array_length(ramp -> 'stages') - 1`;
    return count === 1;
  }

  /** What runs now with the cells it has taken in, by these. */
  async running(): Promise<RunningExperiment[]> {
    const rows = await this.database.prisma.experimentRun.findMany({
      where: { stoppedAt: null },
      select: {
        ...{ experimentId: true, version: true, salt: true, fromCell: true, toCell: true },
        ...{ stoppedArms: true, ramp: true },
        experiment: { select: { arms: true } },
      },
      orderBy: { fromCell: 'asc' },
    });
    return rows.map(({ experiment, stoppedArms, ramp, ...run }) => ({
      ...run,
      ...openCells(run, rampOf(ramp)),
      arms: armsOf(experiment.arms),
      stoppedArms: stoppedArmsOf(stoppedArms).map(({ arm }) => arm),
    }));
  }
}

/** Prisma leaves columns of undefined as they are. */
function dataOf({ name, hypothesis, shareFraction, arms, guardrails }: DraftChanges) {
  return {
    name: name ?? undefined,
    hypothesis: hypothesis ?? undefined,
    shareFraction: shareFraction ?? undefined,
    arms: arms?.map((arm) => ({ ...arm })),
    guardrails: guardrails?.map((guardrail) => ({ ...guardrail })),
  };
}
