import type { Clock } from '@keyart/common';
import type { AttributedReward, PendingDecision, RewardsRepository } from '@keyart/db';
import { rewardLadder, rewardOf, type RewardLadder } from '@keyart/learning';

/** What attribution stands on. */
export interface AttributeRewardsParts {
  readonly rewards: Pick<RewardsRepository, 'pendingDecisions' | 'saveMany' | 'makeDue'>;
  /** Time after the impression until the reward is due, milliseconds > 0; see `rewardLadder` for what counts how long. */
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
 * reached since, and those that another ladder judged. Decisions with an open window get none: unfinished is not zero.
 */
export class AttributeRewards {
  private readonly ladder: RewardLadder;

  constructor(private readonly parts: AttributeRewardsParts) {
    this.ladder = rewardLadder(parts.windowMs);
  }

  /** Attributes in batches until nothing is pending. */
  async run(request: AttributeRewardsRequest = {}): Promise<{ readonly attributedCount: number }> {
    const asOf = request.asOf ?? new Date(this.parts.clock.nowMs());
    let attributedCount = 0;
    for (;;) {
      const count = await this.attributeBatch(asOf);
      if (count === 0 && (await this.makeOutdatedDue(asOf)) === 0) return { attributedCount };
      attributedCount += count;
      request.onProgress?.(attributedCount);
    }
  }

  private async attributeBatch(asOf: Date): Promise<number> {
    const { rewards, windowMs } = this.parts;
    const pending = await rewards.pendingDecisions({ windowMs, asOf, limit: BATCH_COUNT });
    await rewards.saveMany(pending.map((decision) => rewardRecordOf(decision, this.ladder, asOf)));
    return pending.length;
  }

  private makeOutdatedDue(asOf: Date): Promise<number> {
    return this.parts.rewards.makeDue(this.ladder.version, asOf, BATCH_COUNT);
  }
}

/** Attributed as of the instant asked for, not the one of writing: events that came in between are then judged next time. */
function rewardRecordOf(
  { decisionId, events, impressionAt, revision }: PendingDecision,
  ladder: RewardLadder,
  asOf: Date,
): AttributedReward {
  const { reward, rung } = rewardOf(events, impressionAt.getTime(), ladder);
  return { decisionId, reward, rung, ladderVersion: ladder.version, attributedAt: asOf, revision };
}
