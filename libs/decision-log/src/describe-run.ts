import type { EvaluatedDataset, EvaluationRun } from './evaluation-result';
import type { EvaluationSettings } from './evaluation-settings';
import type { PreparedLog } from './prepare-log';

/** What is known of a log once it was evaluated. */
export interface EvaluatedLog {
  readonly prepared: PreparedLog;
  readonly fingerprint: string;
  /** Decisions evaluated, and their members. */
  readonly sampleCount: number;
  readonly memberCount: number;
}

/** What a result was made from, and how. */
export function describeRun(settings: EvaluationSettings, evaluated: EvaluatedLog): EvaluationRun {
  return {
    dataset: datasetOf(settings, evaluated),
    configuration: {
      ...{ rewardModel: settings.rewardModelText, parameters: settings.parameters, alpha: settings.alpha },
      ...{ bootstrapDrawCount: settings.bootstrapDrawCount, map: settings.map ?? null },
      facets: settings.facets ?? null,
    },
    ...{ seed: settings.seed, version: settings.version, command: settings.command },
    createdAt: settings.now.toISOString(),
  };
}

function datasetOf(
  { file, quarantine }: EvaluationSettings,
  { prepared, fingerprint, sampleCount, memberCount }: EvaluatedLog,
): EvaluatedDataset {
  return {
    ...{ file, fingerprint, rowCount: sampleCount, memberCount },
    lockedCount: prepared.log.lockedCount,
    ...{ quarantinedCount: prepared.quarantinedCount, quarantineFile: quarantine ?? null },
    notes: prepared.notes,
  };
}
