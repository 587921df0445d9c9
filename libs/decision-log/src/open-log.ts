import type { Analysis } from './analysis';
import type { EvaluationSettings } from './evaluation-settings';
import { loadFacets, type LoadedFacets } from './facets/load-facets';
import type { PolicySpec } from './policies/policy-spec';
import { policySourcesOf, probabilityColumnsOf } from './policies/policy-sources';
import { preparePolicy, type PolicySources, type PreparedPolicy } from './policies/policy-table';
import { prepareValidLog, type PreparedLog } from './prepare-log';
import { crossFit } from './reward-model/cross-fit';

/** A log that targets can be judged on, one after the other: what does not hang on the target is done. */
export interface OpenedLog {
  readonly settings: EvaluationSettings;
  readonly prepared: PreparedLog;
  readonly sources: PolicySources;
  readonly baseline: PreparedPolicy;
  readonly facets: LoadedFacets;
  /** Columns, loaded as `segment_N`. */
  readonly segments: readonly string[];
}

/** What is opened. */
export interface OpeningOptions {
  readonly settings: EvaluationSettings;
  /** All that will be judged. */
  readonly targets: readonly PolicySpec[];
  readonly segments: readonly string[];
}

/**
 * Reads and checks the log (table `log`), reads the baseline, fits the reward model.
 * @param analysis a fresh one
 * @throws DecisionLogError, LogFaultsError
 */
export async function openLog(
  analysis: Analysis,
  { settings, targets, segments }: OpeningOptions,
): Promise<OpenedLog> {
  const { file, map, quarantine } = settings;
  const tell = settings.onProgress ?? (() => undefined);
  tell(0, 'reading the log');
  const probabilityColumns = probabilityColumnsOf([...targets, settings.baseline]);
  const prepared = await prepareValidLog(analysis, { file, map, quarantine, segments, probabilityColumns });
  const sources = policySourcesOf(prepared.log, probabilityColumns);
  const baseline = await preparePolicy(analysis, { role: 'baseline', spec: settings.baseline }, sources);
  tell(0.3, 'fitting the reward model');
  if (settings.rewardModel.kind === 'cross-fitted') await crossFit(analysis, prepared.log);
  const facets = await loadFacets(analysis, prepared.log, settings.facets);
  return { settings, prepared, sources, baseline, facets, segments };
}
