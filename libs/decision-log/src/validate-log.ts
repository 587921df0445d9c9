import type { Analysis } from './analysis';
import type { ValidationResult } from './evaluation-result';
import { prepareLog } from './prepare-log';

/** What is validated. */
export interface ValidationOptions {
  readonly file: string;
  readonly map?: string;
  readonly quarantine?: string;
}

/** Checks every row of a log. @throws DecisionLogError where it cannot be read at all */
export async function validateLog(
  analysis: Analysis,
  { file, map, quarantine }: ValidationOptions,
): Promise<ValidationResult> {
  const prepared = await prepareLog(analysis, {
    file,
    map,
    quarantine,
    probabilityColumns: [],
    segments: [],
  });
  const { log, faults, quarantinedCount, notes } = prepared;
  return { file, rowCount: log.rowCount, isValid: faults.length === 0, faults, quarantinedCount, notes };
}
