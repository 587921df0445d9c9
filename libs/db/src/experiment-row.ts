import type {
  ExperimentArm,
  ExperimentGuardrail,
  ExperimentRecord,
  ExperimentRun,
  LayerRange,
  RampState,
  StoppedArm,
} from '@keyart/contracts';
import type { Experiment as ExperimentRow, ExperimentRun as RunRow } from './generated/client';

/** Reads an experiment together with its latest run. */
export const WITH_LATEST_RUN = { runs: { orderBy: { version: 'desc' }, take: 1 } } as const;

/** The record of a row read by `WITH_LATEST_RUN`. */
export function experimentOf(row: ExperimentRow & { readonly runs: readonly RunRow[] }): ExperimentRecord {
  const { id: experimentId, name, hypothesis, shareFraction, createdAt, createdBy } = row;
  const run = row.runs.length > 0 ? runOf(row.runs[0]) : null;
  const arms = armsOf(row.arms);
  const guardrails = row.guardrails as unknown as readonly ExperimentGuardrail[];
  return {
    ...{ experimentId, name, hypothesis, shareFraction, arms, guardrails, createdAt, createdBy, run },
    status: run === null ? 'draft' : run.stoppedAt === null ? 'running' : 'stopped',
  };
}

/** The arms as stored. */
export function armsOf(json: unknown): readonly ExperimentArm[] {
  return json as readonly ExperimentArm[];
}

function runOf(row: RunRow): ExperimentRun {
  const { version, salt, fromCell, toCell, startedAt, startedBy, stoppedAt, stoppedBy } = row;
  const rest = { stoppedArms: stoppedArmsOf(row.stoppedArms), ramp: rampOf(row.ramp) };
  return { version, salt, fromCell, toCell, startedAt, startedBy, stoppedAt, stoppedBy, ...rest };
}

/** Where a ramp stands, as stored. */
export function rampOf(json: unknown): RampState | null {
  if (json === null) return null;
  const { since, ...rest } = json as Omit<RampState, 'since'> & { readonly since: string };
  return { ...rest, since: new Date(since) };
}

/** The cells that a run has taken in so far: at least one, all at the last stage. */
export function openCells({ fromCell, toCell }: LayerRange, ramp: RampState | null): LayerRange {
  if (ramp === null) return { fromCell, toCell };
  const share = ramp.stages[ramp.stage];
  return { fromCell, toCell: fromCell + Math.max(1, Math.round(share * (toCell - fromCell))) };
}

/** Arms that were taken out, as stored. */
export function stoppedArmsOf(json: unknown): readonly StoppedArm[] {
  const stored = json as readonly (Omit<StoppedArm, 'stoppedAt'> & { readonly stoppedAt: string })[];
  return stored.map(({ stoppedAt, ...rest }) => ({ ...rest, stoppedAt: new Date(stoppedAt) }));
}
