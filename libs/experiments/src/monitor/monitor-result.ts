import type {
  ComparisonResult,
  MultipleExposure,
  NotCompared,
  SequentialSampleRatio,
} from '@keyart/evaluation';
import type { ExperimentConfiguration, ExperimentDataset } from '../analysis/experiment-result';

/** Schema name of a watched test. */
export const MONITOR_SCHEMA = 'experiment-monitor/1';

/** What stands in place of a judgement beyond the planned size. */
export const BEYOND_PLAN = 'beyond the plan: not judged';

/** All that was known at the end of a day. */
export interface Look {
  /** Since the first day, from 0. */
  readonly day: number;
  /** By arm, control first. */
  readonly memberCounts: readonly number[];
  /** Valid at all looks together. */
  readonly sampleRatio: SequentialSampleRatio;
  /** After the planned size of a group sequential test, whose level is spent: effects and intervals are shown, nothing is judged. */
  readonly isBeyondPlan: boolean;
  readonly metrics: readonly ComparisonResult[];
  /** Arms too small to be compared by then; of a metric whose control is, the control alone. */
  readonly notCompared: readonly NotCompared[];
}

/** What to do with a test. */
export const ADVICE = [
  'go on',
  'stop: sample ratio',
  'stop: assignment',
  'stop: guardrail',
  'stop: planned size',
  'decided',
] as const;

/** One of them. */
export type Advice = (typeof ADVICE)[number];

/** A test watched day by day. */
export interface ExperimentMonitor {
  readonly schema: typeof MONITOR_SCHEMA;
  readonly advice: Advice;
  /** Why, in plain words. */
  readonly reason: string;
  /** Names, control first. */
  readonly arms: readonly string[];
  /** Planned shares by arm, relative. */
  readonly weights: readonly number[];
  readonly multipleExposure: MultipleExposure;
  /** Members of all arms in the end; null: the method needs no plan. */
  readonly plannedMembers: number | null;
  readonly looks: readonly Look[];
  readonly configuration: ExperimentConfiguration;
  readonly dataset: ExperimentDataset;
  readonly version: string;
  readonly command: string;
  readonly generatedAt: string;
}

/** Whether who is in which arm is not what was planned: no effect may be read. */
export function isAssignmentBroken({ advice }: Pick<ExperimentMonitor, 'advice'>): boolean {
  return advice === 'stop: sample ratio' || advice === 'stop: assignment';
}

/** The last look that is judged; undefined: none. */
export function lastJudged(looks: readonly Look[]): Look | undefined {
  return looks.filter(({ isBeyondPlan }) => !isBeyondPlan).at(-1);
}

/** Whether a look has reached the planned size. */
export function isComplete(
  { memberCounts }: Pick<Look, 'memberCounts'>,
  plannedMembers: number | null,
): boolean {
  return plannedMembers !== null && memberCounts.reduce((sum, count) => sum + count, 0) >= plannedMembers;
}
