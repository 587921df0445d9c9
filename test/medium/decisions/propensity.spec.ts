import { createRandom } from '@keyart/common';
import { ASPECTS, type DecisionRecord, type ServedPolicy } from '@keyart/contracts';
import { BuildProfile, ScoreMember } from '@keyart/decisions';
import { aCatalogue } from '../../factories/catalogue.factory';
import { aRunningExperiment } from '../../factories/experiment.factory';
import { PropensityTally } from '../../factories/propensity-tally.factory';
import { aServingWorld, type ServingWorld } from '../../factories/serving-world.factory';
import { aHistoryEntry, anEvent } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { uuidOf } from '../../support/uuid-of';

const EPSILON = 0.1;
const TITLE_COUNT = 50;
const CANDIDATE_COUNT = 5;
const MEMBER_COUNT = 48;
/** Before the minimum time, after it, soon again, much later. */
const MINUTES_TO_NEXT_VISIT = [10, 40, 5, 90];
const PLAYED_FRACTION = 0.15;
const LOCK_MS = 60 * 60_000;
const POLICIES: readonly (ServedPolicy | null)[] = ['production', 'llm', null];
const GENRES = ['Romance', 'Horror', 'Action', 'Comedy', 'War', 'Animation', 'Western', 'Mystery'];
const SURFACE = { aspect: '16:9', locale: 'en', region: 'DE', device: 'tv', maturity: '18' } as const;
const TITLES = Array.from({ length: TITLE_COUNT }, (_, i) => ({
  titleId: `title-${i}`,
  row: i % 5,
  position: i,
}));
/** A page is asked for in two parts that overlap. */
const PARTS = [TITLES.slice(0, 30), TITLES.slice(25)];
const REPORTED_FRACTION = 0.02;
const LIMIT = 3.5;
const GROUPS = [
  ...['all', 'policy production', 'policy llm', 'tier llm', 'tier bandit'],
  ...['sticky none', 'sticky held', 'sticky released', 'arm null', 'arm control', 'arm treatment'],
  ...['neighbours none', 'neighbours some', 'bent by the page'],
  ...['slice null', 'slice uniform', 'slice popular', 'slice not-personalised'],
].flatMap((group) => [group, `${group}, unlikely`]);

/** Whether the favourite by score is not the likeliest, as only a look-alike next to the place makes it. */
function isBent({ candidates, stickyOutcome }: DecisionRecord): boolean {
  if (stickyOutcome !== 'none' && stickyOutcome !== 'released') return false;
  const first = (values: readonly number[]): number => values.indexOf(Math.max(...values));
  const scores = candidates.flatMap(({ score }) => (score === null ? [] : [score]));
  return scores.length > 0 && first(scores) !== first(candidates.map(({ probability }) => probability));
}

describe('logged propensities against choices', () => {
  let test: TestDatabase;
  let world: ServingWorld;
  const records: DecisionRecord[] = [];
  const tally = new PropensityTally();

  beforeAll(async () => {
    test = await createTestDatabase();
    world = await aServingWorld({
      database: test.database,
      catalogue: aCatalogue({
        titleCount: TITLE_COUNT,
        artworkCount: CANDIDATE_COUNT,
        withIneligible: true,
        seed: '1',
      }),
      parameters: { epsilon: EPSILON, gamma: 20 },
      slices: { uniform: 0.2, popular: 0.2, 'not-personalised': 0.2 },
      newDecisionId: (requestId, titleId) => uuidOf(`${requestId}/${titleId}`),
    });
    await aRunningExperiment(world.repositories.experiments);
    await world.assignments.refresh();
    await prepareMembers();
    await pinSome();
    for (const [visit, minutes] of MINUTES_TO_NEXT_VISIT.entries()) {
      await visitAll(visit);
      world.clock.advance(minutes * 60_000);
    }
    tallyAll();
  }, 120_000);

  afterAll(() => test.drop());

  const members = Array.from({ length: MEMBER_COUNT }, (_, i) => `member-${i}`);

  /** A third has tastes and LLM scores, a third tastes only, a third is unknown. */
  async function prepareMembers(): Promise<void> {
    const { repositories, catalogue, ranker, clock } = world;
    const build = new BuildProfile(repositories.members);
    const parts = {
      ...repositories,
      catalogue,
      ranker,
      formulation: 'pointwise',
      locales: ['en'],
      aspects: ASPECTS,
      clock,
    } as const;
    for (const [i, memberId] of members.entries()) {
      if (i % 3 === 2) continue;
      const genres = [GENRES[i % GENRES.length], GENRES[(i + 3) % GENRES.length]];
      const entries = [
        aHistoryEntry({ genres, rating: 5 }),
        aHistoryEntry({ title: 'Other', genres: ['Drama'], rating: 1 }),
      ];
      await repositories.members.importHistory(memberId, { entries });
      await build.run(memberId);
      if (i % 3 === 0) await new ScoreMember(parts).run({ memberId });
    }
  }

  async function pinSome(): Promise<void> {
    const pinnedAt = new Date(world.clock.nowMs());
    for (const memberId of members.filter((_, i) => i % 4 === 0)) {
      for (const { titleId } of TITLES.slice(0, 4)) {
        const pin = { memberId, titleId, artworkId: `${titleId}-2`, pinnedAt };
        await world.repositories.preferences.pin(pin);
      }
    }
  }

  async function visitAll(visit: number): Promise<void> {
    for (const policy of POLICIES) {
      const pages = await Promise.all(members.map((memberId) => page(memberId, policy, visit)));
      await play(pages.flat(), visit);
      records.push(...pages.flat());
    }
  }

  async function page(
    memberId: string,
    policy: ServedPolicy | null,
    visit: number,
  ): Promise<DecisionRecord[]> {
    const pageId = uuidOf(`${memberId}/${policy}/${visit}`);
    const made = new Map<string, DecisionRecord>();
    for (const [part, titles] of PARTS.entries()) {
      const request = { requestId: uuidOf(`${pageId}/${part}`), memberId, surface: SURFACE, titles, policy };
      for (const answer of await world.service.decide({ ...request, deadlineMs: null, pageId })) {
        if (!answer.ok) throw new Error(answer.detail);
        made.set(answer.record.decisionId, answer.record);
      }
    }
    return [...made.values()];
  }

  async function play(served: readonly DecisionRecord[], visit: number): Promise<void> {
    const random = createRandom(`plays/${visit}`);
    const occurredAt = new Date(world.clock.nowMs());
    const played = served.filter(() => random.next() < PLAYED_FRACTION);
    const reported = served.filter(() => random.next() < REPORTED_FRACTION);
    const events = [
      ...played.map(({ decisionId }) => anEvent(decisionId, { type: 'play', occurredAt })),
      ...reported.map(({ decisionId }) => anEvent(decisionId, { type: 'misleading', occurredAt })),
    ];
    await world.repositories.events.insertMany(events, occurredAt, LOCK_MS);
  }

  function tallyAll(): void {
    const random = createRandom('candidates');
    for (const record of records) {
      const index = Math.floor(random.next() * record.candidates.length);
      if (!record.isLocked) tally.add(record, index, groupsOf(record, index));
    }
  }

  /** A bias of the likely candidate is the opposite one of the others: apart, they cannot cancel. */
  function groupsOf(record: DecisionRecord, index: number): string[] {
    const { policy, source, stickyOutcome, candidates } = record;
    const groups = ['all', `policy ${policy}`, `tier ${source}`, `sticky ${stickyOutcome}`];
    groups.push(`arm ${record.arm}`, `slice ${record.slice}`);
    groups.push(record.neighbours.length > 0 ? 'neighbours some' : 'neighbours none');
    if (isBent(record)) groups.push('bent by the page');
    const isUnlikely = candidates[index].probability < 0.5;
    return isUnlikely ? [...groups, ...groups.map((group) => `${group}, unlikely`)] : groups;
  }

  it('covers at least 20,000 decisions and every way they come about', () => {
    expect(records.length).toBeGreaterThanOrEqual(20_000);
    const small = GROUPS.filter((group) => tally.countOf(group) < 500);
    expect(small).toEqual([]);
    expect(records.filter((record) => record.isLocked).length).toBeGreaterThan(1_000);
  });

  it.each(GROUPS)('chooses as often as logged: %s', (group) => {
    expect(Math.abs(tally.standardisedSumOf(group))).toBeLessThan(LIMIT);
  });

  it('logs distributions that sum to 1, keep the floor and list the propensity', () => {
    const isSound = ({ candidates, artworkId, propensity, isLocked }: DecisionRecord): boolean => {
      const sum = candidates.reduce((total, { probability }) => total + probability, 0);
      const least = isLocked ? 0 : EPSILON / candidates.length;
      const listed = candidates.find((candidate) => candidate.artworkId === artworkId)?.probability;
      const keepsFloor = candidates.every(({ probability }) => probability >= least);
      return Math.abs(sum - 1) < 1e-12 && keepsFloor && listed === propensity;
    };
    expect(records.filter((record) => !isSound(record))).toEqual([]);
  });

  it('gives locked and pinned decisions propensity 1 and marks them', () => {
    const locked = records.filter(({ stickyOutcome }) => stickyOutcome === 'locked');
    const pinned = records.filter(({ stickyOutcome }) => stickyOutcome === 'pinned');
    const sure = [...locked, ...pinned];
    expect(sure.every(({ propensity, isLocked }) => propensity === 1 && isLocked)).toBe(true);
    expect(records.filter(({ isLocked }) => isLocked)).toHaveLength(sure.length);
    expect(pinned.length).toBeGreaterThan(100);
    expect(locked.every(({ artworkId, previousArtworkId }) => artworkId === previousArtworkId)).toBe(true);
  });

  it('logs as the picture shown before the one that this policy chose last', () => {
    const last = new Map<string, string>();
    const wrong = records.filter(({ memberId, titleId, policy, artworkId, previousArtworkId }) => {
      const key = `${memberId}/${titleId}/${policy}`;
      const expected = last.get(key) ?? null;
      last.set(key, artworkId);
      return previousArtworkId !== expected;
    });
    expect(wrong).toEqual([]);
  });

  it('keeps in the database what it returned, bit for bit', async () => {
    const random = createRandom('read back');
    const sample = records.filter(() => random.next() < 0.01);
    expect(sample.length).toBeGreaterThan(100);
    for (const record of sample) {
      expect(await world.repositories.decisions.findById(record.decisionId)).toEqual(record);
    }
    const { decisions } = await world.repositories.log.counts();
    expect(decisions).toBe(records.length);
  });
});
