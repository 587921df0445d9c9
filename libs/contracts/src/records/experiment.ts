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
}

/** What an experiment compares; fixed from the first start on. */
export interface ExperimentDefinition {
  readonly experimentId: string;
  readonly name: string;
  readonly hypothesis: string;
  /** Share of the layer it asks for, a multiple of 0.0001 in (0, 1]. */
  readonly shareFraction: number;
  readonly arms: readonly ExperimentArm[];
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
}
