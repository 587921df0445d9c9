import { fingerprintOf } from '@keyart/decision-log';
import { analyzeExperiment, StatisticInputError, type ExperimentResult } from '@keyart/evaluation';
import { ExperimentError } from '../errors';
import type { SummarisedExperiment } from '../summary/read-summary';
import { assembleAnalysis } from './assemble-analysis';
import type { ExperimentAnalysis, ExperimentRun } from './experiment-result';

/**
 * Analyses a test from its sums.
 * @param file that they come from, for the record
 * @throws ExperimentError naming file, metric, arm and field
 */
export async function analyzeSummary(
  file: string,
  { plan, metrics }: SummarisedExperiment,
  run: ExperimentRun,
): Promise<ExperimentAnalysis> {
  const result = resultOf(file, { plan, metrics });
  const dataset = { file, fingerprint: await fingerprintOf(file), rowCount: null };
  return assembleAnalysis({ plan, metrics, result, dataset, run, multipleExposure: null });
}

function resultOf(file: string, { plan, metrics }: SummarisedExperiment): ExperimentResult {
  try {
    return analyzeExperiment(plan, metrics);
  } catch (cause) {
    if (!(cause instanceof StatisticInputError)) throw cause;
    throw new ExperimentError('BAD_SUMMARY', `${file}: ${cause.message}`, { cause });
  }
}
