import { contentHash } from '@keyart/common';
import type { DeduplicationOptions } from 'bullmq';

const KEY_LENGTH = 32;

/**
 * Jobs of one member collapse: one that waits is enough, and one that comes while another runs is run once more after it,
 * because the running one may have read the state from before.
 * Jobs that a precompute run puts in line collapse by run and member: they never stand in for one that a changed profile asks for.
 * Keys are hashes: queues keep them in their notices for longer than the jobs.
 * @returns undefined for jobs that are not about a member: each of them runs
 */
export function deduplicationOf(payload: object): DeduplicationOptions | undefined {
  if (!('memberId' in payload) || typeof payload.memberId !== 'string') return undefined;
  if ('runId' in payload && typeof payload.runId === 'string')
    return { id: keyOf(`run/${payload.runId}/${payload.memberId}`) };
  return { id: keyOf(`member/${payload.memberId}`), keepLastIfActive: true };
}

/** Jobs of one key collapse as those of one member do: one waits, and one that comes while another runs is run once after it. */
export function collapsing(key: string): DeduplicationOptions {
  return { id: keyOf(`collapse/${key}`), keepLastIfActive: true };
}

function keyOf(text: string): string {
  return contentHash(text, KEY_LENGTH);
}
