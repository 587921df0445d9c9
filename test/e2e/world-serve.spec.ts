import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Configuration, TemporaryFolder } from '@keyart/common';
import { LogRepository, ModelVersionsRepository, type LoggedDecision } from '@keyart/db';
import { buildWorld, DEFAULT_KNOBS, DEFAULT_SETTINGS, generateSource } from '@keyart/simulation';
import type { OpenService } from '../../apps/evaluator/src/open-service';
import { runProgram } from '../../apps/evaluator/src/run-program';
import type { ServeDayRow, ServeReport } from '../../apps/evaluator/src/world/serve/serve-report';
import { writeWorld } from '../../apps/evaluator/src/world/world-files';
import { startEmptyService } from '../../tools/serve/empty-service';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { keyOf, startApi } from './support/api-fixture';

const SIZE = ['--days', '2', '--visits-per-day', '40', '--page-size', '10', '--titles', '30'];
const HOUR_MS = 3_600_000;

// It starts a service, lets in 40 viewers and trains twice.
jest.setTimeout(240_000);

describe('keyart world serve', () => {
  let folder: TemporaryFolder;
  let test: TestDatabase;
  let printed: string;
  let said: string;
  const at = (name: string): string => path.join(folder.path, name);

  beforeAll(async () => {
    test = await createTestDatabase();
    folder = await TemporaryFolder.make('world-serve');
    const settings = { ...DEFAULT_SETTINGS, seed: 'e2e', titleCount: 40, knobs: DEFAULT_KNOBS };
    await writeWorld(at('world'), buildWorld(generateSource('e2e'), settings));
  });
  afterAll(async () => {
    await test.drop();
    await folder.remove();
  });
  beforeEach(() => {
    [printed, said] = ['', ''];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((printed += String(text))));
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((said += String(text))));
  });
  afterEach(() => jest.restoreAllMocks());

  const openService: OpenService = () => {
    const own = { DATABASE_URL: test.url, KEYART_HOME: at('home'), LOG_LEVEL: 'silent' };
    return startEmptyService(Object.assign(new Configuration(), own));
  };
  const serve = (...words: string[]): Promise<number> =>
    runProgram(
      ['world', 'serve', ...words],
      () => Promise.reject(new Error('no database is needed')),
      openService,
    );

  async function readLog(): Promise<LoggedDecision[]> {
    const rows: LoggedDecision[] = [];
    for await (const batch of new LogRepository(test.database).stream(1_000)) rows.push(...batch);
    return rows;
  }

  it('lives through two days: every page is in the log, every take in the rewards, every night in the bandit', async () => {
    const out = at('new/serve.json');
    expect(await serve('--world', at('world'), ...SIZE, '--facets', 'editor', '--out', out, '--json')).toBe(
      0,
    );
    const { days, summary, counts } = JSON.parse(await readFile(out, 'utf8')) as ServeReport;
    expect(
      printed
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    ).toEqual([...days, summary]);
    expect(counts).toMatchObject({ titles: 30 });
    expect(summary).toMatchObject({ dayCount: 2, decisionCount: 800 });
    expect(summary.decisionsPerSecond).toBeGreaterThan(0);

    const log = await readLog();
    expect(log).toHaveLength(800);
    expectTruePropensities(log);
    const [first, second] = [log.slice(0, 400), log.slice(400)];
    const hoursApart = second[0].decision.decidedAt.getTime() - first[399].decision.decidedAt.getTime();
    expect(hoursApart).toBeGreaterThanOrEqual(12 * HOUR_MS);

    expectOutcomes(first, days[0]);
    expectOutcomes(second, days[1]);
    await expectEvents(days);

    const [night, last] = days.map((day) => day.night.banditVersion);
    expect(new Set([days[0].banditVersion, night, last]).size).toBe(3);
    expect(days[1].banditVersion).toBe(night);
    const byBandit = second.filter(({ decision }) => decision.source === 'bandit');
    expect(new Set(byBandit.map(({ decision }) => decision.modelVersion))).toEqual(new Set([night]));
    const heads = await new ModelVersionsRepository(test.database).inService();
    expect(heads.filter(({ kind, stage }) => kind === 'bandit' && stage === 'active')).toMatchObject([
      { version: last },
    ]);
  });

  function expectTruePropensities(log: readonly LoggedDecision[]): void {
    for (const { decision } of log) {
      const { candidates, artworkId, propensity } = decision;
      const chosen = candidates.find((candidate) => candidate.artworkId === artworkId);
      expect(propensity).toBeGreaterThan(0);
      expect(propensity).toBeCloseTo(chosen?.probability ?? NaN, 9);
      expect(candidates.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
      expect(candidates.length).toBeGreaterThan(1);
    }
    expect(log.some(({ decision }) => decision.propensity < 1)).toBe(true);
  }

  /** Told to viewers, rewarded, and between chance and oracle: the warm start knows tastes and is told what pictures show. */
  function expectOutcomes(log: readonly LoggedDecision[], day: ServeDayRow): void {
    const takeCount = log.filter(({ reward }) => reward.rung === 'quality-play').length;
    expect(takeCount).toBe(Math.round(400 * day.takeFraction));
    expect(takeCount).toBeGreaterThan(0);
    expect(log.filter(({ reward }) => reward.reward === 0)).toHaveLength(400 - takeCount);
    expect(day).toMatchObject({ visitCount: 40, decisionCount: 400, undecidedCount: 0 });
    expect(day.night.attributedCount).toBe(400);
    expect(day.trueTakeFraction).toBeGreaterThan(day.randomTakeFraction);
    expect(day.trueTakeFraction).toBeLessThan(day.oracleTakeFraction);
    const standardError = Math.sqrt((day.trueTakeFraction * (1 - day.trueTakeFraction)) / 400);
    expect(Math.abs(day.takeFraction - day.trueTakeFraction)).toBeLessThan(4 * standardError);
    expect(day.sources.bandit).toBeGreaterThan(0.7);
  }

  async function expectEvents(days: readonly ServeDayRow[]): Promise<void> {
    const text = `SELECT e.type, count(*)::int AS count, count(DISTINCT e.decision_id)::int AS decisions
      FROM event e JOIN decision d ON d.id = e.decision_id AND e.occurred_at >= d.decided_at GROUP BY e.type`;
    interface Count {
      readonly type: string;
      readonly count: number;
      readonly decisions: number;
    }
    const rows = await test.database.query<Count>({ text });
    const takeCount = days.reduce((sum, day) => sum + Math.round(400 * day.takeFraction), 0);
    const expected = { impression: 800, click: takeCount, play: takeCount, progress: takeCount };
    expect(Object.fromEntries(rows.map(({ type, count }) => [type, count]))).toEqual(expected);
    expect(rows.every(({ count, decisions }) => count === decisions)).toBe(true);
    expect(days.reduce((sum, { eventCount }) => sum + eventCount, 0)).toBe(800 + 3 * takeCount);
  }

  it('names what is wrong with a service that runs, before anything is written', async () => {
    const api = await startApi();
    try {
      const there = ['--world', at('world'), '--url', api.baseUrl, '--api-key'];
      expect(await serve(...there, keyOf('decide'))).toBe(2);
      expect(said).toContain('the API key lacks catalogue, events, admin');
      expect(await serve(...there, 'nobody')).toBe(2);
      expect(said).toContain('does not know the API key');
      const [{ count }] = await api.db.database.query<{ count: number }>({
        text: 'SELECT (SELECT count(*) FROM title)::int + (SELECT count(*) FROM decision)::int AS count',
      });
      expect(count).toBe(0);
    } finally {
      await api.close();
    }
    expect(await serve('--world', at('world'), '--url', api.baseUrl, '--api-key', 'any')).toBe(3);
    expect(said).toContain('does not answer');
  });

  it('refuses what is no world, and options by name', async () => {
    expect(await serve('--world', at('nowhere'))).toBe(2);
    expect(said).toContain('make it by keyart world build');
    expect(await serve('--world', at('world'), '--url', 'http://localhost:1')).toBe(2);
    expect(said).toContain('--url and --api-key: both');
    expect(await serve('--world', at('world'), '--url', 'nonsense', '--api-key', 'k')).toBe(2);
    expect(said).toContain('--url nonsense');
    expect(await serve('--world', at('world'), '--titles', '5')).toBe(2);
    expect(said).toContain('--page-size 20: at most 5 titles');
    expect(await serve('--world', at('world'), '--days', '0')).toBe(2);
  });
});
