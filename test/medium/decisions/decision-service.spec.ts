import { randomUUID } from 'node:crypto';
import { SERVED_POLICIES, type DecisionRecord, type TitleRecord } from '@keyart/contracts';
import { createDatabase } from '@keyart/db';
import type { DecidedTitle, DecisionRequest, InlineScorer } from '@keyart/decisions';
import type { LabelScores } from '@keyart/ranking';
import { aCatalogue } from '../../factories/catalogue.factory';
import { aRunningExperiment } from '../../factories/experiment.factory';
import { aServingWorld, repositoriesOf, type ServingWorld } from '../../factories/serving-world.factory';
import { aTitle, anArtwork, anEvent, EVENING } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const SURFACE = { aspect: '16:9', locale: 'en', region: 'DE', device: 'tv', maturity: '18' } as const;
const place = (titleId: string, row = 0): DecisionRequest['titles'][number] => ({
  titleId,
  row,
  position: 1,
});

function aRequest(over: Partial<DecisionRequest> = {}): DecisionRequest {
  const titles = [place('title-0'), place('title-1')];
  const base = { memberId: 'ada', surface: SURFACE, titles, policy: 'production', deadlineMs: null } as const;
  return { requestId: randomUUID(), ...base, ...over };
}

function recordOf(answer: DecidedTitle) {
  if (!answer.ok) throw new Error(answer.detail);
  return answer.record;
}

/** The highest score for the artwork that is last by id. */
const LAST_WINS: InlineScorer = {
  score: ({ titles }) =>
    Promise.resolve(
      new Map(
        titles.map(({ title, artworks }): [string, LabelScores] => [
          title.titleId,
          {
            modelVersion: 'inline/1',
            formulation: 'choice',
            artworkIds: artworks.map(({ artworkId }) => artworkId),
            values: artworks.map((_, i) => i * 50),
            labelMass: 0.9,
            missingLabelCount: 0,
          },
        ]),
      ),
    ),
};
const PIN = { memberId: 'ada', titleId: 'title-0', pinnedAt: EVENING };
const NEVER: InlineScorer = { score: () => new Promise(() => undefined) };

describe('DecisionService', () => {
  let test: TestDatabase;
  let world: ServingWorld;
  const bare: TitleRecord = aTitle({ titleId: 'bare' });
  const expired = aTitle({ titleId: 'expired' });
  const made = aCatalogue({ titleCount: 3, artworkCount: 4, withIneligible: true, seed: 'service' });
  const catalogue = {
    titles: [...made.titles, bare, expired],
    artworks: [
      ...made.artworks,
      anArtwork({ titleId: 'expired', artworkId: 'old', rightsUntil: new Date(0), isSpoiler: true }),
    ],
  };
  const worldWith = (inlineScorer: InlineScorer): Promise<ServingWorld> =>
    aServingWorld({ database: test.database, catalogue, inlineScorer });

  beforeAll(async () => {
    test = await createTestDatabase();
    const slices = { uniform: 0.1, popular: 0.1, 'not-personalised': 0.1 };
    world = await aServingWorld({ database: test.database, catalogue, slices });
  });
  beforeEach(() =>
    test.database.pool.query(
      'TRUNCATE decision, sticky_state, member_preference, pin, misleading_report CASCADE',
    ),
  );
  afterAll(() => test.drop());

  it('answers a viewer nobody knows, with everything in the record', async () => {
    const request = aRequest();
    const [answer] = await world.service.decide(request);
    const record = recordOf(answer);
    expect(record).toMatchObject({
      ...{
        requestId: request.requestId,
        memberId: 'ada',
        titleId: 'title-0',
        surface: SURFACE,
        row: 0,
        position: 1,
      },
      ...{ source: 'bandit', policy: 'production', arm: null, profileVersion: 'new', stickyOutcome: 'none' },
      ...{ previousArtworkId: null, isLocked: false, tierFailures: [], optionOrder: null },
      excluded: [{ artworkId: 'title-0-x', reasons: ['no-picture', 'rights-expired'] }],
    });
    expect(record.candidates.map(({ artworkId }) => artworkId)).toEqual(
      [0, 1, 2, 3].map((i) => `title-0-${i}`),
    );
    expect(answer).toMatchObject({ artwork: { artworkId: record.artworkId }, title: { titleId: 'title-0' } });
    expect(await world.repositories.decisions.findById(record.decisionId)).toEqual(record);
  });

  it('answers in the order asked and names what cannot be decided', async () => {
    const titles = [place('nowhere'), place('title-1'), place('bare'), place('expired'), place('title-0')];
    const answers = await world.service.decide(aRequest({ titles }));
    expect(answers.map((answer) => (answer.ok ? answer.record.titleId : answer))).toEqual([
      { ok: false, titleId: 'nowhere', code: 'unknown-title', detail: 'the catalogue has no such title' },
      'title-1',
      { ok: false, titleId: 'bare', code: 'no-eligible-artwork', detail: 'the title has no artworks' },
      {
        ...{ ok: false, titleId: 'expired', code: 'no-eligible-artwork' },
        detail: 'none of 1 artworks may be shown: no-picture 1, rights-expired 1, spoiler 1',
      },
      'title-0',
    ]);
  });

  it('gives a title in several rows one decision, recorded once', async () => {
    const answers = await world.service.decide(
      aRequest({ titles: [place('title-2', 3), place('title-0'), place('title-2', 7)] }),
    );
    const [first, , again] = answers.map(recordOf);
    expect(again).toBe(first);
    expect(first.row).toBe(3);
    expect((await world.repositories.log.counts()).decisions).toBe(2);
  });

  describe('on a page that several requests fill', () => {
    const pageId = '7d444840-9dc0-11d1-b245-5ffdce74fad2';
    const decide = async (over: Partial<DecisionRequest>) =>
      (await world.service.decide(aRequest({ pageId, ...over }))).map(recordOf);

    it('answers a title it has already by the same decision, and takes its picture for a neighbour', async () => {
      const [first] = await decide({ titles: [place('title-0', 4)] });
      const [next, again] = await decide({ titles: [place('title-1', 5), place('title-0', 9)] });
      const [below] = await decide({ titles: [place('title-2', 10)] });
      expect(again).toEqual(first);
      expect([first.pageId, first.neighbours]).toEqual([pageId, []]);
      expect(next.neighbours).toEqual([first.artworkId]);
      expect(below.neighbours).toEqual([]);
      expect((await world.repositories.log.counts()).decisions).toBe(3);
    });

    it.each([
      ['another page', { pageId: '00000000-0000-4000-8000-000000000000' }],
      ['another member', { memberId: 'bea' }],
      ['another policy', { policy: 'llm' as const }],
      ['no page', { pageId: null }],
    ])('decides anew on %s', async (_, over) => {
      const [first] = await decide({ titles: [place('title-0')] });
      const [other] = await decide({ titles: [place('title-0')], ...over });
      expect(other.decisionId).not.toBe(first.decisionId);
    });

    it('decides anew after an hour, and where the picture may no longer be shown', async () => {
      const [first] = await decide({ titles: [place('title-0')] });
      await world.repositories.preferences.pin({ ...PIN, artworkId: first.artworkId });
      expect((await decide({ titles: [place('title-0')] }))[0].decisionId).toBe(first.decisionId);
      const wanted = first.candidates.find(({ artworkId }) => artworkId !== first.artworkId)?.artworkId ?? '';
      await world.repositories.preferences.pin({ ...PIN, artworkId: wanted });
      const [pinned] = await decide({ titles: [place('title-0')] });
      expect(pinned).toMatchObject({ artworkId: wanted, stickyOutcome: 'pinned' });
      world.clock.advance(3_600_000);
      const [later] = await decide({ titles: [place('title-0')] });
      expect(later.decisionId).not.toBe(pinned.decisionId);
    });
  });

  it('decides in page order, each title seeing those before it, and answers in the order asked', async () => {
    const places = [
      { titleId: 'title-2', row: 1, position: 0 },
      { titleId: 'title-0', row: 0, position: 0 },
      { titleId: 'title-1', row: 0, position: 1 },
    ];
    const [third, first, second] = (await world.service.decide(aRequest({ titles: places }))).map(recordOf);
    expect([first.titleId, first.neighbours]).toEqual(['title-0', []]);
    expect(second.neighbours).toEqual([first.artworkId]);
    expect(third.neighbours).toEqual([first.artworkId, second.artworkId]);
  });

  it('does not personalise for a viewer who does not want it, unless the request names a policy', async () => {
    await world.repositories.preferences.savePersonalised('ada', false, EVENING);
    const assigned = async (policy: DecisionRequest['policy']): Promise<unknown[]> => {
      const [record] = (await world.service.decide(aRequest({ policy }))).map(recordOf);
      return [record.policy, record.assignedBy, record.slice];
    };
    expect(await assigned(null)).toEqual(['not-personalised', 'preference', null]);
    expect(await assigned('production')).toEqual(['production', 'request', null]);
  });

  it('shows a pinned picture for certain, whatever the policy', async () => {
    await world.repositories.preferences.pin({ ...PIN, artworkId: 'title-0-3' });
    for (const policy of SERVED_POLICIES) {
      const [record] = (await world.service.decide(aRequest({ policy }))).map(recordOf);
      expect(record).toMatchObject({
        artworkId: 'title-0-3',
        propensity: 1,
        stickyOutcome: 'pinned',
        isLocked: true,
      });
    }
  });

  it('shows no picture that the viewer called misleading, as long as there is another', async () => {
    const [first] = (await world.service.decide(aRequest())).map(recordOf);
    const report = anEvent(first.decisionId, { type: 'misleading' });
    await world.repositories.events.insertMany([report], new Date(world.clock.nowMs()), 0);
    const [second] = (await world.service.decide(aRequest())).map(recordOf);
    expect(second.excluded).toContainEqual({ artworkId: first.artworkId, reasons: ['reported-misleading'] });
    expect(second.candidates).toHaveLength(first.candidates.length - 1);
    const [other] = (await world.service.decide(aRequest({ memberId: 'bea' }))).map(recordOf);
    expect(other.candidates).toHaveLength(first.candidates.length);
  });

  it('keeps apart what each policy showed', async () => {
    const production = recordOf((await world.service.decide(aRequest()))[0]);
    const llm = recordOf((await world.service.decide(aRequest({ policy: 'llm' })))[0]);
    const again = recordOf((await world.service.decide(aRequest()))[0]);
    expect(llm.previousArtworkId).toBeNull();
    expect(llm.tierFailures).toEqual([{ source: 'llm', reason: 'no-label-scores' }]);
    expect(again).toMatchObject({ previousArtworkId: production.artworkId, stickyOutcome: 'held' });
  });

  it('deals members to slices and arms when no policy is named', async () => {
    await aRunningExperiment(world.repositories.experiments);
    await world.assignments.refresh();
    const members = Array.from({ length: 40 }, (_, i) => `member-${i}`);
    const answers = await Promise.all(
      members.map((memberId) => world.service.decide(aRequest({ memberId, policy: null }))),
    );
    const records = answers.flat().map(recordOf);
    expect(new Set(records.map(({ arm }) => arm))).toEqual(new Set(['control', 'treatment', null]));
    const policyOf = { control: 'production', treatment: 'llm' } as Record<string, string>;
    const isSound = ({ assignedBy, slice, experiment, arm, policy }: DecisionRecord): boolean =>
      assignedBy === 'slice'
        ? slice === policy && experiment === null && arm === null
        : slice === null && experiment === 'llm-trial/1' && policy === policyOf[String(arm)];
    expect(records.filter((record) => !isSound(record))).toEqual([]);
    expect((await world.repositories.log.counts()).decisions).toBe(80);
  });

  it('scores inline where there is time, and logs the order the model saw', async () => {
    const { service } = await worldWith(LAST_WINS);
    const record = recordOf(
      (await service.decide(aRequest({ memberId: 'inline', policy: 'llm', deadlineMs: 5_000 })))[0],
    );
    const ids = record.candidates.map(({ artworkId }) => artworkId);
    expect(record).toMatchObject({
      source: 'llm',
      modelVersion: 'inline/1',
      optionOrder: ids,
      tierFailures: [],
    });
    expect(record.candidates[3].probability).toBeGreaterThan(0.9);
    const patient = recordOf((await service.decide(aRequest({ memberId: 'patient', policy: 'llm' })))[0]);
    expect(patient.source).toBe('bandit');
  });

  it.each([1, 60])('goes on from the next tier when the deadline of %i ms passes', async (deadlineMs) => {
    const { service } = await worldWith(NEVER);
    const record = recordOf((await service.decide(aRequest({ policy: 'llm', deadlineMs })))[0]);
    expect(record).toMatchObject({ source: 'bandit', tierFailures: [{ source: 'llm', reason: 'deadline' }] });
  });

  it('hashes what the distribution depends on, and nothing else', async () => {
    const hashOf = async (over: Partial<DecisionRequest>): Promise<string> =>
      recordOf((await world.service.decide(aRequest({ titles: [place('title-0', 5)], ...over })))[0])
        .contextHash;
    const base = await hashOf({});
    await test.database.pool.query('TRUNCATE sticky_state');
    world.clock.advance(1);
    expect(await hashOf({ titles: [place('title-0', 6)] })).toBe(base);
    expect(await hashOf({})).not.toBe(base);
    expect(await hashOf({ memberId: 'bea' })).not.toBe(base);
    expect(await hashOf({ memberId: 'cem', surface: { ...SURFACE, device: 'mobile' } })).not.toBe(base);
  });

  it.each(['a\u0000b', 'half \ud800'])('refuses %j alone, before it can fail others', async (memberId) => {
    const [bad, good] = await Promise.allSettled([
      world.service.decide(aRequest({ memberId })),
      world.service.decide(aRequest()),
    ]);
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'UNSTORABLE_TEXT', field: 'memberId' } });
    expect(good.status).toBe('fulfilled');
  });

  it('answers nothing that is not in the log: a database that is gone is a retryable error', async () => {
    const gone = repositoriesOf(createDatabase('postgresql://nobody@127.0.0.1:1/none'));
    const { context } = world.repositories;
    const lost = { code: 'DATABASE_UNAVAILABLE', isRetryable: true };
    await expect(world.with({ context: gone.context }).decide(aRequest())).rejects.toMatchObject(lost);
    await expect(world.with({ context, decisions: gone.decisions }).decide(aRequest())).rejects.toMatchObject(
      lost,
    );
    expect((await world.repositories.log.counts()).decisions).toBe(0);
  });
});
