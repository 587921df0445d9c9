import type {
  ComparisonResult,
  Heterogeneity,
  MultipleExposure,
  NotCompared,
  SampleRatio,
} from '@keyart/evaluation';
import type { DailyComparison } from './daily-comparison';
import type { ExperimentWarning } from './experiment-warning';

/** Schema name of an analysed test. */
export const EXPERIMENT_SCHEMA = 'experiment/1';

/** How a comparison went in one group of members. */
export interface SegmentComparison extends ComparisonResult {
  readonly column: string;
  readonly value: string;
  readonly memberCount: number;
}

/** Whether the segments of a column differ in a comparison at all. */
export interface SegmentDifference {
  readonly column: string;
  readonly name: string;
  readonly comparison: string;
  readonly heterogeneity: Heterogeneity | null;
}

/** Where numbers came from. */
export interface ExperimentDataset {
  readonly file: string;
  /** SHA-256. */
  readonly fingerprint: string;
  /** null for a summary. */
  readonly rowCount: number | null;
}

/** What was told about the run, for the record. */
export interface ExperimentRun {
  readonly version: string;
  readonly command: string;
  readonly now: Date;
}

/** An analysed test. */
export interface ExperimentAnalysis {
  readonly schema: typeof EXPERIMENT_SCHEMA;
  /** In plain words. */
  readonly summary: readonly string[];
  readonly metrics: readonly ComparisonResult[];
  /** Arms too small to be compared; they count in the sample ratio all the same. */
  readonly notCompared: readonly NotCompared[];
  /** Control first. */
  readonly arms: readonly { readonly name: string; readonly memberCount: number; readonly weight: number }[];
  readonly sampleRatio: SampleRatio;
  readonly multipleExposure: MultipleExposure | null;
  readonly segments: readonly SegmentComparison[];
  readonly segmentDifferences: readonly SegmentDifference[];
  readonly daily: readonly DailyComparison[];
  readonly warnings: readonly ExperimentWarning[];
  readonly configuration: ExperimentConfiguration;
  readonly dataset: ExperimentDataset;
  readonly version: string;
  readonly command: string;
  readonly generatedAt: string;
}

/** How it was analysed. */
export interface ExperimentConfiguration {
  readonly alpha: number;
  readonly relative: boolean;
  readonly cuped: boolean;
  readonly method: string;
  readonly correction: string;
  readonly alternative: string;
}
