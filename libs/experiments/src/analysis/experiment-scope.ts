import type { Analysis } from '@keyart/decision-log';
import type { ExperimentPlan } from '@keyart/evaluation';
import type { ExperimentDataOptions } from './experiment-data-options';

/** A loaded test, as its parts are analysed. */
export interface ExperimentScope {
  /** With the table `events`. */
  readonly analysis: Analysis;
  readonly options: ExperimentDataOptions;
  readonly plan: ExperimentPlan;
  /** Control first. */
  readonly arms: readonly string[];
}
