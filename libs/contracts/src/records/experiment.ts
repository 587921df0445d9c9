import type { ServedPolicy } from './decision';

/** Where an experiment stands: not yet started, running, or stopped (and free to start again as a new version). */
export const EXPERIMENT_STATUSES = ['draft', 'running', 'stopped'] as const;

/** One of the statuses. */
export type ExperimentStatus = (typeof EXPERIMENT_STATUSES)[number];

/** Cells of the layer that experiments share; an experiment holds a range of them, so shares are multiples of 0.0001. */
export const LAYER_CELL_COUNT = 10_000;

/** A part of an experiment's members, and the policy that serves them. */
export interface ExperimentArm {
  /** Unique in the experiment; goes into the decision record. */
  readonly name: string;
  /** Share of the experiment's members, relative to the other arms, > 0. */
  readonly weight: number;
  readonly policy: ServedPolicy;
}

/** Metrics that an experiment may have guardrails on; higher is better of all but `reports`. */
export const GUARDRAIL_METRICS = ['reward', 'takers', 'reports'] as const;

/** `reward`: per rewarded decision; `takers`: members who took anything; `reports`: members who called a picture misleading. */
export type GuardrailMetric = (typeof GUARDRAIL_METRICS)[number];

/** What an arm must not lose against the first arm, the control. */
export interface ExperimentGuardrail {
  readonly metric: GuardrailMetric;
  /** Share of the control's mean, > 0. An arm that is shown to lose more is stopped. */
  readonly marginFraction: number;
}

/** Guardrails of an experiment that names none: an arm that loses a tenth of the reward is stopped. */
export const DEFAULT_GUARDRAILS: readonly ExperimentGuardrail[] = [{ metric: 'reward', marginFraction: 0.1 }];

/** An arm taken out of a run; its members are served by the default since. */
export interface StoppedArm {
  readonly arm: string;
  readonly stoppedAt: Date;
  /** In words. */
  readonly reason: string;
}

/** Steps in which a run takes its members in, so that few meet an arm before it has shown that it does no harm. */
export interface ExperimentRamp {
  /** Shares of the run's cells, in (0, 1], ascending; the last is 1. */
  readonly stages: readonly number[];
  /** How long each stage lasts at least, milliseconds. */
  readonly stageMs: number;
}

/** A ramp and where it stands. */
export interface RampState extends ExperimentRamp {
  /** Index of the stage that is on. */
  readonly stage: number;
  readonly since: Date;
}

/** Cells [fromCell, toCell) of the layer, within 0 … `LAYER_CELL_COUNT`. */
export interface LayerRange {
  readonly fromCell: number;
  readonly toCell: number;
}

/** One version of an experiment: from a start to its stop. Neither version nor salt is ever used again. */
export interface ExperimentRun extends LayerRange {
  /** 1, 2, … in the order of the starts. */
  readonly version: number;
  /** Deals the members of the range to the arms. */
  readonly salt: string;
  readonly startedAt: Date;
  /** Name of the API key that started it. */
  readonly startedBy: string;
  /** null: running. */
  readonly stoppedAt: Date | null;
  readonly stoppedBy: string | null;
  /** Arms that a guardrail took out while the others went on. */
  readonly stoppedArms: readonly StoppedArm[];
  /** null: all of its cells were open from the start. */
  readonly ramp: RampState | null;
}

/** What an experiment compares; fixed from the first start on. */
export interface ExperimentDefinition {
  readonly experimentId: string;
  readonly name: string;
  readonly hypothesis: string;
  /** Share of the layer it asks for, a multiple of 0.0001 in (0, 1]. */
  readonly shareFraction: number;
  /** The first one is the control. */
  readonly arms: readonly ExperimentArm[];
  readonly guardrails: readonly ExperimentGuardrail[];
}

/** An experiment with its latest run. */
export interface ExperimentRecord extends ExperimentDefinition {
  readonly status: ExperimentStatus;
  readonly createdAt: Date;
  /** Name of the API key that created it. */
  readonly createdBy: string;
  /** null: never started. */
  readonly run: ExperimentRun | null;
}

/** What an assignment needs to know of an experiment that runs. */
export interface RunningExperiment extends Pick<ExperimentRun, 'version' | 'salt'>, LayerRange {
  readonly experimentId: string;
  readonly arms: readonly ExperimentArm[];
  /** Names of arms whose members the default serves. */
  readonly stoppedArms: readonly string[];
}
