import type { EventRecord } from '@keyart/contracts';
import type { Database } from './database';
import { EVENT_COLUMNS } from './event-row';
import { INSERT_EVENTS } from './insert-events.statement';
import { isUuid } from './is-uuid';

/** Event ids by what became of them; each input event is in exactly one list, an id repeated in the batch in two. */
export interface InsertedEvents {
  readonly accepted: readonly string[];
  readonly duplicates: readonly string[];
  readonly unknownDecisions: readonly string[];
}

interface InsertedRow {
  readonly eventId: string;
  readonly isKnown: boolean;
  readonly isNew: boolean;
}

function sortOut(rows: readonly InsertedRow[]): InsertedEvents {
  const accepted = new Set<string>();
  const duplicates: string[] = [];
  const unknownDecisions: string[] = [];
  for (const { eventId, isKnown, isNew } of rows) {
    if (!isKnown) unknownDecisions.push(eventId);
    else if (isNew && !accepted.has(eventId)) accepted.add(eventId);
    else duplicates.push(eventId);
  }
  return { accepted: [...accepted], duplicates, unknownDecisions };
}

/** What happened after decisions. */
export class EventsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Stores events in one transaction, idempotent by event id; durable once resolved.
   * A play or list-add locks the picture for its member, title and policy while that is still the one shown.
   * `receivedAt` is stored with them; `lockMs` counts from an event's `occurredAt`, milliseconds ≥ 0.
   * Events of an unknown (or malformed) decision id are left out and named.
   * @throws DependencyError `DATABASE_UNAVAILABLE`, InputError `UNSTORABLE_TEXT`
   */
  async insertMany(
    events: readonly EventRecord[],
    receivedAt: Date,
    lockMs: number,
  ): Promise<InsertedEvents> {
    if (events.length === 0) return { accepted: [], duplicates: [], unknownDecisions: [] };
    const input = events.map((event) => (isUuid(event.decisionId) ? event : { ...event, decisionId: null }));
    const rows = await this.database.query<InsertedRow>({
      name: 'insert-events',
      text: INSERT_EVENTS,
      values: [JSON.stringify(input), receivedAt, lockMs],
    });
    return sortOut(rows);
  }

  /** All events of the decisions, by time of occurrence. */
  async listByDecisions(decisionIds: readonly string[]): Promise<EventRecord[]> {
    return this.database.query<EventRecord>({
      name: 'list-events-by-decisions',
      text: `SELECT ${EVENT_COLUMNS} FROM event e WHERE e.decision_id = ANY($1::uuid[]) ORDER BY e.occurred_at, e.id`,
      values: [decisionIds.filter(isUuid)],
    });
  }
}
