import type { DecisionRecord } from '@keyart/contracts';
import type { ApiClient } from './api-client';

const CONCURRENT_CALLS = 16;

/** The full records of decisions, over the API, in order. */
export async function fetchRecords(
  api: ApiClient,
  decisionIds: readonly string[],
): Promise<DecisionRecord[]> {
  const records: DecisionRecord[] = [];
  for (let start = 0; start < decisionIds.length; start += CONCURRENT_CALLS) {
    const ids = decisionIds.slice(start, start + CONCURRENT_CALLS);
    records.push(...(await Promise.all(ids.map((id) => api.decision(id)))));
  }
  return records;
}
