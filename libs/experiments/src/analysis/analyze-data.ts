import { fingerprintOf, type Analysis } from '@keyart/decision-log';
import { analyzeExperiment } from '@keyart/evaluation';
import { loadExperiment } from '../data/load-experiment';
import { planOf } from '../plan-of';
import { assembleAnalysis } from './assemble-analysis';
import { compareDays } from './compare-days';
import { compareSegments } from './compare-segments';
import type { ExperimentDataOptions } from './experiment-data-options';
import type { ExperimentAnalysis } from './experiment-result';
import { measureMetrics, orderArms } from './measure-metrics';

/**
 * Analyses a test from rows of events: checks them, sums by member, compares arms, segments and days.
 * @throws LogFaultsError, ExperimentError, StatisticInputError naming file, column, row, metric or arm
 */
export async function analyzeData(
  analysis: Analysis,
  options: ExperimentDataOptions,
): Promise<ExperimentAnalysis> {
  const { rowCount, days, multipleExposure, ...loaded } = await loadExperiment(analysis, options);
  const { arms, weights } = orderArms(options, loaded.arms);
  const plan = { ...planOf({ ...options.method, weights }, arms.length), multipleExposure };
  const metrics = await measureMetrics(analysis, options, { arms, where: 'true' });
  const result = analyzeExperiment(plan, metrics);
  const scope = { analysis, options, plan, arms };
  const { segments, segmentDifferences } = await compareSegments(scope);
  const daily = await compareDays(scope, days);
  const dataset = { file: options.file, fingerprint: await fingerprintOf(options.file), rowCount };
  return assembleAnalysis({
    ...{ plan, metrics, result, multipleExposure, segments, segmentDifferences, daily, dataset },
    run: options.run,
  });
}
