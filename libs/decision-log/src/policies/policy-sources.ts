import type { LoadedLog } from '../file/load-log';
import type { PolicySpec } from './policy-spec';
import type { PolicySources } from './policy-table';

/** Columns of the log that policies are read from, each once. */
export function probabilityColumnsOf(specs: readonly PolicySpec[]): string[] {
  return [...new Set(specs.flatMap((spec) => (spec.kind === 'column' ? [spec.column] : [])))];
}

/** What policies can be prepared from on a log. @param probabilityColumns loaded as `probability_N`, in their order */
export function policySourcesOf(log: LoadedLog, probabilityColumns: readonly string[]): PolicySources {
  const hasCandidates = log.mapping.columns.has('candidates');
  return {
    ...{ log, hasCandidates, probabilityColumns },
    hasCandidatePropensities: hasCandidates && log.mapping.columns.has('candidate_propensities'),
  };
}
