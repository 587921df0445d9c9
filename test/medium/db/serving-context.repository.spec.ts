import { randomUUID } from 'node:crypto';
import {
  ArtworkScoresRepository,
  DecisionsRepository,
  EventsRepository,
  MembersRepository,
  PreferencesRepository,
  ServingContextRepository,
  type ServingContext,
} from '@keyart/db';
import fc from 'fast-check';
import { aDecision, aHistoryEntry, anEvent, aScore, EVENING } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

describe('ServingContextRepository', () => {
  let test: TestDatabase;
  let scores: ArtworkScoresRepository;
  const profile = { version: 'v1', facets: { romance: 0.1 + 0.2 }, loves: ['Brief Encounter (1945)'] };
  beforeAll(async () => {
    test = await createTestDatabase();
    scores = new ArtworkScoresRepository(test.database);
    const members = new MembersRepository(test.database);
    await members.importHistory('ada', { entries: [aHistoryEntry()] });
    await members.saveProfile('ada', 'v1', profile);
  });
  afterAll(() => test.drop());
  beforeEach(() =>
    test.database.pool.query(
      'TRUNCATE artwork_score, sticky_state, member_preference, pin, misleading_report',
    ),
  );

  const load = (memberId: string, titleIds: string[], modelVersion: string | null): Promise<ServingContext> =>
    new ServingContextRepository(test.database).load({ memberId, titleIds, modelVersion });

  it('is empty for an unknown member', async () => {
    const preferences = { isPersonalised: true, pins: [], misleading: [] };
    const empty = { member: null, sticky: [], scores: [], preferences, page: { placed: [], decided: [] } };
    expect(await load('nobody', ['night-train'], 'llm1')).toEqual(empty);
  });

  it('gives an unknown member the pictures shown to them before', async () => {
    await new DecisionsRepository(test.database).insertMany([aDecision({ memberId: 'guest' })]);
    const context = await load('guest', ['night-train'], null);
    expect(context).toMatchObject({ member: null, sticky: [{ memberId: 'guest', artworkId: 'a' }] });
  });

  it('gives profile, pictures and scores of the asked titles only', async () => {
    const score = aScore();
    await scores.saveMany([score, aScore({ titleId: 'other' }), aScore({ memberId: 'bob' })]);
    const decisions = [aDecision(), aDecision({ titleId: 'other' }), aDecision({ memberId: 'bob' })];
    await new DecisionsRepository(test.database).insertMany(decisions);
    const context = await load('ada', ['night-train', 'unheard-of'], 'llm1');
    expect(context.member).toEqual({ profileVersion: 'v1', profile });
    expect(context.sticky.map((row) => [row.memberId, row.titleId])).toEqual([['ada', 'night-train']]);
    expect(context.scores).toEqual([score]);
  });

  it('gives what the viewer said about the asked titles, known or not', async () => {
    const { database } = test;
    const preferences = new PreferencesRepository(database);
    await preferences.savePersonalised('guest', false, EVENING);
    for (const titleId of ['night-train', 'other'])
      await preferences.pin({ memberId: 'guest', titleId, artworkId: 'b', pinnedAt: EVENING });
    const shown = ['night-train', 'other'].map((titleId) => aDecision({ memberId: 'guest', titleId }));
    await new DecisionsRepository(database).insertMany(shown);
    const reports = shown.map(({ decisionId }) => anEvent(decisionId, { type: 'misleading' }));
    await new EventsRepository(database).insertMany(reports, EVENING, 0);
    expect((await load('guest', ['night-train'], null)).preferences).toEqual({
      isPersonalised: false,
      pins: [{ titleId: 'night-train', artworkId: 'b' }],
      misleading: [{ titleId: 'night-train', artworkId: 'a' }],
    });
  });

  it('gives what the page has so far: all its pictures, and the records of the asked titles', async () => {
    const pageId = randomUUID();
    const at = (minutes: number): Date => new Date(EVENING.getTime() + minutes * 60_000);
    const first = aDecision({ pageId, neighbours: ['x'], decidedAt: at(1), row: 2, position: 3 });
    const second = aDecision({ pageId, titleId: 'other', artworkId: 'b', decidedAt: at(2), policy: 'llm' });
    const elsewhere = [
      aDecision({ pageId, decidedAt: at(0) }),
      aDecision({ pageId, memberId: 'bob', decidedAt: at(1) }),
      aDecision({ pageId: randomUUID(), decidedAt: at(1) }),
    ];
    await new DecisionsRepository(test.database).insertMany([second, ...elsewhere, first]);
    const context = new ServingContextRepository(test.database);
    const query = { memberId: 'ada', titleIds: ['night-train'], modelVersion: null };
    const { page } = await context.load({ ...query, page: { pageId, since: EVENING } });
    expect(page.decided).toEqual([first]);
    expect(page.placed).toEqual([
      { artworkId: 'a', row: 2, position: 3 },
      { artworkId: 'b', row: second.row, position: second.position },
    ]);
  });

  it.each([
    ['another model', { modelVersion: 'llm2' }],
    ['an outdated profile', { profileVersion: 'v0' }],
  ])('leaves out scores of %s', async (_, over) => {
    await scores.saveMany([aScore(over)]);
    expect((await load('ada', ['night-train'], 'llm1')).scores).toEqual([]);
  });

  it('does not let late scores of an old profile replace those of the new one', async () => {
    await scores.saveMany([aScore({ values: [1, 2] })]);
    await scores.saveMany([aScore({ profileVersion: 'v0', values: [3, 4] })]);
    expect((await load('ada', ['night-train'], 'llm1')).scores).toMatchObject([{ values: [1, 2] }]);
    await scores.deleteOutdated('ada');
    const { rows } = await test.database.pool.query('SELECT profile_version FROM artwork_score');
    expect(rows).toEqual([{ profile_version: 'v1' }]);
  });

  it('gives no scores where no model is named', async () => {
    await scores.saveMany([aScore()]);
    expect((await load('ada', ['night-train'], null)).scores).toEqual([]);
  });

  it('gives the scores of every candidate set, replaced ones once', async () => {
    await scores.saveMany([aScore({ values: [1, 2] }), aScore(), aScore({ candidateSetHash: 'set2' })]);
    await scores.saveMany([aScore({ values: [3, 4] })]);
    const found = (await load('ada', ['night-train'], 'llm1')).scores;
    expect(new Map(found.map((row) => [row.candidateSetHash, row.values]))).toEqual(
      new Map([
        ['set1', [3, 4]],
        ['set2', [-0.1, 0.2]],
      ]),
    );
    expect(await scores.countByModel('llm1')).toBe(2);
  });

  it('keeps score values bit for bit, infinities included', async () => {
    const value = fc.double({ noNaN: true }).filter((x) => !Object.is(x, -0));
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 8 }), async (values) => {
        await scores.saveMany([aScore({ values, artworkIds: values.map((_, i) => `a${i}`) })]);
        expect((await load('ada', ['night-train'], 'llm1')).scores[0].values).toEqual(values);
      }),
      { numRuns: 50 },
    );
  });

  it('treats odd ids as data', async () => {
    const titleIds = ['{"a",NULL}', 'x,y', "it's", '\\', ''];
    await new DecisionsRepository(test.database).insertMany(
      titleIds.map((titleId) => aDecision({ titleId })),
    );
    const { sticky } = await load('ada', titleIds, null);
    expect(sticky.map((row) => row.titleId).sort()).toEqual([...titleIds].sort());
  });
});
