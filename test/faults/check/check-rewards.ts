import type { Database } from '@keyart/db';
import type { Ledger, SentEvent } from '../load/ledger';
import { expectedReward } from './expected-reward';
import type { Finding } from './finding';

function byDecision(events: Iterable<SentEvent>): Map<string, SentEvent[]> {
  const groups = new Map<string, SentEvent[]>();
  for (const event of events) groups.set(event.decisionId, [...(groups.get(event.decisionId) ?? []), event]);
  return groups;
}

/** Every seen picture has the reward that its events earn, whatever order they came in; no other has one. */
export async function checkRewards(ledger: Ledger, database: Database, windowMs: number): Promise<Finding[]> {
  const rows = await database.query<{ decision_id: string; reward: number }>({
    text: 'SELECT decision_id, reward FROM reward',
  });
  const stored = new Map(rows.map(({ decision_id, reward }) => [decision_id, reward]));
  const findings = [...byDecision(ledger.events.values())].flatMap(([decisionId, events]): Finding[] => {
    const expected = expectedReward(events, windowMs);
    const found = stored.get(decisionId) ?? null;
    stored.delete(decisionId);
    if (expected === found) return [];
    const during = ledger.decisions.get(decisionId)?.during ?? 'calm';
    const what = `reward of ${decisionId}: ${found}, its events earn ${expected}`;
    return [
      { kind: found !== null && (expected === null || found > expected) ? 'double' : 'lost', during, what },
    ];
  });
  const strangers = [...stored.keys()].map((id): Finding => {
    return { kind: 'double', during: 'calm', what: `reward of ${id}, of which nothing was told` };
  });
  return [...findings, ...strangers];
}
