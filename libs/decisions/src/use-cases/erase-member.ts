import type { Clock } from '@keyart/common';
import type { ErasureRecord } from '@keyart/contracts';
import type { ErasuresRepository, MemberDataRepository } from '@keyart/db';
import { ErasureNotFoundError } from '../errors';

/** The queues, as far as an erasure goes. */
export interface ErasableJobs {
  /** Removes the member's jobs; `activeCount` of them run and are still there. */
  remove(memberId: string): Promise<{ readonly removedCount: number; readonly activeCount: number }>;
}

/** What an erasure stands on. */
export interface EraseMemberParts {
  readonly erasures: Pick<ErasuresRepository, 'find' | 'savePass'>;
  readonly data: Pick<MemberDataRepository, 'erase'>;
  readonly jobs: ErasableJobs;
  /** Time after the first pass when the last one looks for what was on its way, milliseconds ≥ 0. */
  readonly graceMs: number;
  readonly clock: Clock;
}

/** Whom to erase, and the erasure that proves it. */
export interface EraseMemberRequest {
  readonly memberId: string;
  readonly erasureId: string;
}

/** Done, or to be run again at `againAtMs`. */
export type ErasePassOutcome =
  | { readonly state: 'completed'; readonly counts: ErasureRecord['counts'] }
  | { readonly state: 'sweeping'; readonly againAtMs: number };

/** Pause before looking again whether the member's running jobs have ended. */
const RUNNING_PAUSE_MS = 5_000;

/**
 * Use case: erases a member from every table and every queue, once at once and once more after a grace time. The second
 * pass takes what was on its way during the first: a page being decided, an event being written, a job running. Whatever
 * comes in for the member until then is erased with it; who comes back later is a new viewer.
 */
export class EraseMember {
  constructor(private readonly parts: EraseMemberParts) {}

  /**
   * Runs one pass; jobs before rows, since a waiting job could write rows. Safe to repeat.
   * @throws ErasureNotFoundError
   */
  async run({ memberId, erasureId }: EraseMemberRequest): Promise<ErasePassOutcome> {
    const erasure = await this.parts.erasures.find(erasureId);
    if (!erasure) throw new ErasureNotFoundError(erasureId);
    const { removedCount, activeCount } = await this.parts.jobs.remove(memberId);
    const rows = await this.parts.data.erase(memberId);
    const counts = addCounts(erasure.counts, { ...rows, ...(removedCount > 0 && { jobs: removedCount }) });
    const nowMs = this.parts.clock.nowMs();
    const erasedAt = erasure.erasedAt ?? new Date(nowMs);
    const dueAtMs = erasedAt.getTime() + this.parts.graceMs;
    const isLast = erasure.erasedAt !== null && nowMs >= dueAtMs && activeCount === 0;
    const completedAt = erasure.completedAt ?? (isLast ? new Date(nowMs) : null);
    await this.parts.erasures.savePass({ erasureId, erasedAt, completedAt, counts });
    if (completedAt) return { state: 'completed', counts };
    return {
      state: 'sweeping',
      againAtMs: Math.max(dueAtMs, activeCount > 0 ? nowMs + RUNNING_PAUSE_MS : nowMs),
    };
  }
}

function addCounts(before: ErasureRecord['counts'], more: ErasureRecord['counts']): Record<string, number> {
  const counts = { ...before };
  for (const [name, count] of Object.entries(more)) counts[name] = (counts[name] ?? 0) + count;
  return counts;
}
