import type { Clock } from '@keyart/common';
import type { RewardRecord } from '@keyart/contracts';
import type { PendingDecision, RewardsRepository } from '@keyart/db';
import { rewardOf } from '@keyart/learning';

/** What attribution stands on. */
export interface AttributeRewardsParts {
  readonly rewards: Pick<RewardsRepository, 'pendingDecisions' | 'saveMany'>;
  /** Time after the impression in which outcomes count, milliseconds > 0. */
  readonly windowMs: number;
  readonly clock: Clock;
}

/** Which windows to judge. */
export interface AttributeRewardsRequest {
  /** Windows that have closed by then; unset: now. */
  readonly asOf?: Date;
  /** Told after each batch how many decisions were attributed so far; the total is not known beforehand. */
  readonly onProgress?: (attributedCount: number) => void;
}

const BATCH_COUNT = 1_000;

/**
 * Use case: gives every rendered decision whose window has closed its reward, and judges anew those that late events have
 * reached since. Decisions with an open window get none: unfinished is not zero.
 */
export class AttributeRewards {
  constructor(private readonly parts: AttributeRewardsParts) {}

  /** Attributes in batches until nothing is pending. */
  async run(request: AttributeRewardsRequest = {}): Promise<{ readonly attributedCount: number }> {
    const { rewards, windowMs, clock } = this.parts;
    const asOf = request.asOf ?? new Date(clock.nowMs());
    let attributedCount = 0;
    for (;;) {
      const pending = await rewards.pendingDecisions({ windowMs, asOf, limit: BATCH_COUNT });
      if (pending.length === 0) return { attributedCount };
      await rewards.saveMany(pending.map((decision) => rewardRecordOf(decision, windowMs, asOf)));
      attributedCount += pending.length;
      request.onProgress?.(attributedCount);
    }
  }
}

/** Attributed as of the instant asked for, not the one of writing: events that came in between are then judged next time. */
function rewardRecordOf(
  { decisionId, events, impressionAt }: PendingDecision,
  windowMs: number,
  asOf: Date,
): RewardRecord {
  const { reward, rung } = rewardOf(events, impressionAt.getTime(), windowMs);
  return { decisionId, reward, rung, attributedAt: asOf };
}
