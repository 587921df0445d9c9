import {
  armsNotCompared,
  type ExperimentPlan,
  type ExperimentResult,
  type MeasuredMetric,
  type MultipleExposure,
} from '@keyart/evaluation';
import type { DailyComparison } from './daily-comparison';
import {
  EXPERIMENT_SCHEMA,
  type ExperimentAnalysis,
  type ExperimentDataset,
  type ExperimentRun,
  type SegmentComparison,
  type SegmentDifference,
} from './experiment-result';
import { experimentSummary } from './experiment-summary-lines';
import { experimentWarnings, forbidsWinner } from './experiment-warning';

/** All parts of an analysed test. */
export interface AnalysisParts {
  readonly plan: ExperimentPlan;
  readonly metrics: readonly MeasuredMetric[];
  readonly result: Omit<ExperimentResult, 'notCompared'>;
  readonly multipleExposure: MultipleExposure | null;
  readonly segments?: readonly SegmentComparison[];
  readonly segmentDifferences?: readonly SegmentDifference[];
  readonly daily?: readonly DailyComparison[];
  readonly dataset: ExperimentDataset;
  readonly run: ExperimentRun;
}

/** Puts the parts together, with warnings and a summary in words. */
export function assembleAnalysis(parts: AnalysisParts): ExperimentAnalysis {
  const {
    plan,
    metrics,
    result,
    multipleExposure,
    segments: measured = [],
    segmentDifferences = [],
    daily = [],
  } = parts;
  const arms = metrics[0].arms.map(({ name, n }, i) => ({ name, memberCount: n, weight: plan.weights[i] }));
  const names = arms.map(({ name }) => name);
  const warnings = experimentWarnings({ result, arms: names, multipleExposure, daily });
  const isBlocked = warnings.some(({ code }) => forbidsWinner(code));
  const segments = isBlocked ? measured.map(withoutVerdict) : measured;
  const notCompared = armsNotCompared(plan, metrics);
  const { version, command, now } = parts.run;
  return {
    schema: EXPERIMENT_SCHEMA,
    summary: experimentSummary({ ...result, notCompared }, warnings),
    metrics: result.metrics,
    ...{
      notCompared,
      arms,
      sampleRatio: result.sampleRatio,
      multipleExposure,
      segments,
      segmentDifferences,
      daily,
      warnings,
    },
    configuration: {
      ...{ alpha: plan.alpha, relative: plan.isRelative, cuped: plan.isCuped, method: plan.method.name },
      ...{ correction: plan.correction, alternative: plan.alternative },
    },
    ...{ dataset: parts.dataset, version, command, generatedAt: now.toISOString() },
  };
}

/** A segment may have its planned sizes where the test as a whole has not. */
function withoutVerdict(segment: SegmentComparison): SegmentComparison {
  return { ...segment, verdict: 'insufficient evidence' };
}
