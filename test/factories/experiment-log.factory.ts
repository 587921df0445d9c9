import { randomUUID } from 'node:crypto';
import type { DecisionRecord } from '@keyart/contracts';
import { DecisionsRepository, EventsRepository, RewardsRepository, type Database } from '@keyart/db';
import { aDecision, anEvent } from '../support/record.factory';

/** Members of an arm, each with one shown and rewarded decision. */
export interface ArmMembers {
  /** Key with version; null: outside experiments. */
  readonly experiment: string | null;
  readonly arm: string | null;
  readonly count: number;
  /** The first so many of the members take. */
  readonly takerCount: number;
  readonly decidedAt: Date;
  /** Members are called so, and numbered from 0. */
  readonly memberPrefix: string;
}

/** Writes their decisions, impressions and rewards. */
export async function logMembers(database: Database, members: ArmMembers): Promise<void> {
  const { experiment, arm, count, takerCount, decidedAt, memberPrefix } = members;
  const decisions = Array.from({ length: count }, (_, i): DecisionRecord => {
    const memberId = `${memberPrefix}-${i}`;
    return aDecision({
      ...{ memberId, experiment, arm, decidedAt, decisionId: randomUUID() },
      tierFailures: [],
    });
  });
  await new DecisionsRepository(database).insertMany(decisions);
  const events = decisions.map(({ decisionId }) => anEvent(decisionId, { occurredAt: decidedAt }));
  await new EventsRepository(database).insertMany(events, decidedAt, 0);
  await new RewardsRepository(database).saveMany(
    decisions.map(({ decisionId }, i) => ({
      ...{ decisionId, reward: i < takerCount ? 1 : 0, rung: i < takerCount ? 'play' : 'none' },
      ...{ ladderVersion: 'ladder/1', attributedAt: decidedAt },
    })),
  );
}
