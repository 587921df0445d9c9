import { randomUUID } from 'node:crypto';
import type { EventRecord } from '@keyart/contracts';
import { DecisionsRepository, EventsRepository } from '@keyart/db';
import fc from 'fast-check';
import { aDecision, anEvent, EVENING, minutesLater } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

describe('EventsRepository', () => {
  let test: TestDatabase;
  let events: EventsRepository;
  const decision = aDecision();
  const { decisionId } = decision;
  beforeAll(async () => {
    test = await createTestDatabase();
    events = new EventsRepository(test.database);
    await new DecisionsRepository(test.database).insertMany([decision]);
  });
  afterAll(() => test.drop());
  beforeEach(() => test.database.pool.query('TRUNCATE event'));

  const insert = (batch: readonly EventRecord[]): ReturnType<EventsRepository['insertMany']> =>
    events.insertMany(batch, EVENING, 0);

  it('returns events as they were stored, by time', async () => {
    const click = anEvent(decisionId, { type: 'click', occurredAt: minutesLater(1) });
    const impression = anEvent(decisionId);
    expect(await insert([click, impression])).toEqual({
      accepted: [click.eventId, impression.eventId],
      duplicates: [],
      unknownDecisions: [],
    });
    expect(await events.listByDecisions([decisionId])).toEqual([impression, click]);
  });

  it('accepts an event once, whether sent again later or twice in a batch', async () => {
    const once = anEvent(decisionId);
    const twice = anEvent(decisionId, { eventId: 'twice' });
    await insert([once]);
    expect(await insert([once, twice, twice])).toEqual({
      accepted: ['twice'],
      duplicates: [once.eventId, 'twice'],
      unknownDecisions: [],
    });
    expect(await events.listByDecisions([decisionId])).toHaveLength(2);
  });

  it('keeps the first of two events with one id', async () => {
    const first = anEvent(decisionId, { eventId: 'same' });
    await insert([first, { ...first, type: 'click' }]);
    await insert([{ ...first, type: 'play' }]);
    expect(await events.listByDecisions([decisionId])).toEqual([first]);
  });

  it('names events of unknown and malformed decisions and keeps the others', async () => {
    const known = anEvent(decisionId);
    const unknown = anEvent(randomUUID());
    const malformed = anEvent("'; DROP TABLE event");
    expect(await insert([unknown, known, malformed])).toEqual({
      accepted: [known.eventId],
      duplicates: [],
      unknownDecisions: [unknown.eventId, malformed.eventId],
    });
  });

  it('accepts an id first refused for an unknown decision', async () => {
    const unknown = anEvent(randomUUID(), { eventId: 'again' });
    await insert([unknown]);
    expect(await insert([unknown, { ...unknown, decisionId }])).toEqual({
      accepted: ['again'],
      duplicates: [],
      unknownDecisions: ['again'],
    });
  });

  it('keeps watched fractions bit for bit', async () => {
    const fraction = fc.double({ min: 0, max: 1, noNaN: true }).filter((x) => !Object.is(x, -0));
    await fc.assert(
      fc.asyncProperty(fraction, async (progressFraction) => {
        await test.database.pool.query('TRUNCATE event');
        await insert([anEvent(decisionId, { type: 'progress', progressFraction })]);
        const [stored] = await events.listByDecisions([decisionId]);
        expect(stored.progressFraction).toBe(progressFraction);
      }),
      { numRuns: 30 },
    );
  });

  it('accepts each event exactly once from concurrent senders', async () => {
    const batch = Array.from({ length: 200 }, () => anEvent(decisionId));
    const senders = Array.from({ length: 8 }, (_, i) => insert(i % 2 ? batch : [...batch].reverse()));
    const accepted = (await Promise.all(senders)).flatMap((result) => result.accepted);
    expect(accepted.sort()).toEqual(batch.map((event) => event.eventId).sort());
  });

  it('keeps the pictures called misleading, each once with its last report', async () => {
    const misleading = (minutes: number): EventRecord =>
      anEvent(decisionId, { type: 'misleading', occurredAt: minutesLater(minutes) });
    await insert([misleading(1), misleading(5), anEvent(decisionId, { type: 'click' })]);
    await insert([misleading(3)]);
    const { rows } = await test.database.pool.query('SELECT * FROM misleading_report');
    const { memberId: member_id, titleId: title_id, artworkId: artwork_id } = decision;
    expect(rows).toEqual([{ member_id, title_id, artwork_id, reported_at: minutesLater(5) }]);
  });

  it('does nothing for no events and lists nothing for no decisions', async () => {
    expect(await insert([])).toEqual({ accepted: [], duplicates: [], unknownDecisions: [] });
    expect(await events.listByDecisions([])).toEqual([]);
    expect(await events.listByDecisions(['malformed', randomUUID()])).toEqual([]);
  });
});
