import type { ExperimentColumns } from '../data/load-experiment';
import type { MetricSpec } from '../data/metric-spec';
import type { ExperimentOptionsDto } from '../summary/experiment-summary.dto';
import type { ExperimentRun } from './experiment-result';

/** How a test is read from rows of events. */
export interface ExperimentDataOptions {
  readonly file: string;
  readonly columns: ExperimentColumns;
  readonly metrics: readonly MetricSpec[];
  /** Name of the control; null: `control`, or the first by name. */
  readonly control: string | null;
  /** Metric → margin. */
  readonly guardrails: ReadonlyMap<string, number>;
  /** Metrics of which less is better. */
  readonly lowerIsBetter: ReadonlySet<string>;
  /** Arm → planned share; null: equal ones. */
  readonly weights: ReadonlyMap<string, number> | null;
  /** Members' totals above this quantile are cut down to it. */
  readonly winsoriseAt?: number;
  readonly method: Omit<ExperimentOptionsDto, 'weights'>;
  readonly run: ExperimentRun;
}
