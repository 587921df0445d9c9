import { fingerprintOf } from '@keyart/decision-log';
import { analyzeExperiment } from '@keyart/evaluation';
import type { SummarisedExperiment } from '../summary/read-summary';
import { assembleAnalysis } from './assemble-analysis';
import type { ExperimentAnalysis, ExperimentRun } from './experiment-result';

/**
 * Analyses a test from its sums.
 * @param file that they come from, for the record
 * @throws StatisticInputError naming metric, arm and field
 */
export async function analyzeSummary(
  file: string,
  { plan, metrics }: SummarisedExperiment,
  run: ExperimentRun,
): Promise<ExperimentAnalysis> {
  const result = analyzeExperiment(plan, metrics);
  const dataset = { file, fingerprint: await fingerprintOf(file), rowCount: null };
  return assembleAnalysis({ plan, metrics, result, dataset, run, multipleExposure: null });
}
