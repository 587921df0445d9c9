import type { Database } from '@keyart/db';
import type { Ledger } from '../load/ledger';
import type { Finding } from './finding';

interface StoredEvent {
  readonly id: string;
  readonly decision_id: string;
  readonly type: string;
  readonly occurred_at: Date;
}

/** Every accepted event is stored as it was sent, no other is, and the service never called one new twice. */
export async function checkEvents({ events, newEventCount }: Ledger, database: Database): Promise<Finding[]> {
  const rows = await database.query<StoredEvent>({
    text: 'SELECT id, decision_id, type, occurred_at FROM event',
  });
  const stored = new Map(rows.map((row) => [row.id, row]));
  const lost = [...events.values()].flatMap(
    ({ eventId, decisionId, type, occurredAt, during }): Finding[] => {
      const row = stored.get(eventId);
      const isSame =
        row?.decision_id === decisionId && row.type === type && row.occurred_at.toISOString() === occurredAt;
      return isSame ? [] : [{ kind: 'lost', during, what: `event ${eventId}: ${JSON.stringify(row)}` }];
    },
  );
  const strangers = rows
    .filter(({ id }) => !events.has(id))
    .map(({ id }): Finding => ({
      kind: 'double',
      during: 'calm',
      what: `event ${id} was never acknowledged`,
    }));
  const surplus = newEventCount - events.size;
  const twice: Finding[] =
    surplus > 0 ? [{ kind: 'double', during: 'calm', what: `${surplus} events were called new twice` }] : [];
  return [...lost, ...strangers, ...twice];
}
