import type { DeduplicationOptions } from 'bullmq';

/**
 * Jobs of one member collapse: one that waits is enough, and one that comes while another runs is run once more after it,
 * because the running one may have read the state from before.
 * @returns undefined for jobs that are not about a member: each of them runs
 */
export function deduplicationOf(payload: object): DeduplicationOptions | undefined {
  if (!('memberId' in payload) || typeof payload.memberId !== 'string') return undefined;
  return { id: payload.memberId, keepLastIfActive: true };
}
