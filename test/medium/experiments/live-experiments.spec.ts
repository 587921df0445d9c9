import { AuditRepository, ExperimentsRepository, type NewExperiment } from '@keyart/db';
import { ExperimentSums, renderLiveReport, ReportExperiment, WatchExperiments } from '@keyart/experiments';
import { aRunningExperiment } from '../../factories/experiment.factory';
import { logMembers } from '../../factories/experiment-log.factory';
import { EVENING, minutesLater } from '../../support/record.factory';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const TOLD = { version: '0', command: 'test', now: EVENING };
const REWARD_GUARD = { metric: 'reward', marginFraction: 0.1 } as const;

describe('experiments of the service', () => {
  let test: TestDatabase;
  let experiments: ExperimentsRepository;
  let reports: ReportExperiment;
  let watch: WatchExperiments;
  let audit: AuditRepository;
  let nowMinute = 60;

  beforeAll(async () => {
    test = await createTestDatabase();
    experiments = new ExperimentsRepository(test.database);
    const sums = new ExperimentSums(test.database);
    audit = new AuditRepository(test.database);
    reports = new ReportExperiment({ experiments, sums });
    const clock = { nowMs: () => minutesLater(nowMinute).getTime() };
    watch = new WatchExperiments({ experiments, sums, audit, clock });
  });
  beforeEach(() =>
    test.database.pool.query('TRUNCATE experiment, decision, event, reward, misleading_report CASCADE'),
  );
  afterAll(() => test.drop());

  const start = (changes: Partial<NewExperiment> = {}) =>
    aRunningExperiment(experiments, { guardrails: [REWARD_GUARD], ...changes });
  const log = (arm: string, counts: readonly [number, number], minute = 1): Promise<void> =>
    logMembers(test.database, {
      ...{ experiment: 'llm-trial/1', arm, count: counts[0], takerCount: counts[1] },
      ...{ decidedAt: minutesLater(minute), memberPrefix: `${arm}-${minute}` },
    });
  const report = () => reports.run({ experimentId: 'llm-trial' }, TOLD);
  const auditRoutes = async () => (await audit.list({ limit: 10 })).map(({ route }) => route);

  it('names the arm that is better and holds its guardrails', async () => {
    await start();
    await log('control', [500, 100]);
    await log('treatment', [500, 200]);
    const found = await report();
    expect(found.winner.arm).toBe('treatment');
    expect(found.arms.map(({ memberCount }) => memberCount)).toEqual([500, 500]);
    const [reward] = found.metrics;
    expect(reward).toMatchObject({ name: 'reward', controlMean: 0.2, treatmentMean: 0.4, verdict: 'better' });
    expect(reward.effect).toBeCloseTo(1, 12);
    expect(found.metrics.find(({ guardrail }) => guardrail)?.guardrail?.state).toBe('held');
    expect(renderLiveReport(found)).toContain('Winner: treatment.');
    expect(await watch.run()).toEqual({ watchedCount: 1, stopped: [], widened: [] });
  });

  it('adjusts for what members earned before the start', async () => {
    await start();
    const before = { experiment: null, arm: null, decidedAt: minutesLater(-600) };
    for (const arm of ['control', 'treatment']) {
      await logMembers(test.database, { ...before, count: 400, takerCount: 150, memberPrefix: `${arm}-1` });
      await log(arm, [400, 160]);
    }
    const [reward] = (await report()).metrics;
    expect(reward.cuped?.varianceDropFraction).toBeGreaterThan(0.8);
    expect(reward.effect).toBeCloseTo(0, 12);
  });

  it('names nobody beside a sample ratio mismatch, whatever the effects', async () => {
    await start();
    await log('control', [500, 100]);
    await log('treatment', [350, 300]);
    const found = await report();
    expect(found.warnings.map(({ code }) => code)).toEqual(['SAMPLE_RATIO_MISMATCH']);
    expect(found.winner).toMatchObject({ arm: null, reason: expect.stringContaining('planned sizes') });
    expect(new Set(found.metrics.map(({ verdict }) => verdict))).toEqual(new Set(['insufficient evidence']));
    expect(found.sampleRatioByDay.at(-1)?.isMismatch).toBe(true);
    expect(renderLiveReport(found)).toContain('Winner: none.');
  });

  it('says that nothing is known before anybody was seen', async () => {
    await start();
    const found = await report();
    expect(found).toMatchObject({ metrics: [], winner: { arm: null }, status: 'running' });
    expect(renderLiveReport(found)).toContain('insufficient evidence');
    expect(await watch.run()).toEqual({ watchedCount: 1, stopped: [], widened: [] });
  });

  it('stops an arm that loses more than the guardrail allows, with an audit row, and ends the test', async () => {
    await start();
    await log('control', [500, 300]);
    await log('treatment', [500, 100]);
    const outcome = await watch.run();
    expect(outcome.stopped).toEqual([
      {
        experiment: 'llm-trial/1',
        arm: 'treatment',
        reason: expect.stringMatching(/^reward .* margin of 10/),
      },
    ]);
    const stopped = await experiments.findById('llm-trial');
    expect(stopped).toMatchObject({
      status: 'stopped',
      run: { stoppedBy: 'guardrail', stoppedArms: [{ arm: 'treatment', stoppedAt: minutesLater(60) }] },
    });
    expect(await auditRoutes()).toEqual(
      expect.arrayContaining(['watch-experiments/stop-arm', 'watch-experiments/stop']),
    );
    expect(await watch.run()).toEqual({ watchedCount: 0, stopped: [], widened: [] });
    const found = await report();
    expect(found).toMatchObject({ winner: { arm: null }, sampleRatio: { isMismatch: false } });
    expect(found.metrics[0]).toMatchObject({ comparison: 'treatment vs control', verdict: 'worse' });
  });

  it('leaves out of a stopped arm what came after, and goes on with the others', async () => {
    const arm = (name: string, policy: 'production' | 'llm' | 'popular') => ({ name, weight: 1, policy });
    await start({ arms: [arm('control', 'production'), arm('good', 'llm'), arm('bad', 'popular')] });
    await log('control', [500, 200]);
    await log('good', [500, 300]);
    await log('bad', [500, 20]);
    expect((await watch.run('llm-trial')).stopped.map(({ arm: name }) => name)).toEqual(['bad']);
    expect((await experiments.running())[0].stoppedArms).toEqual(['bad']);
    await log('control', [500, 500], 120);
    await log('good', [500, 500], 120);
    const found = await report();
    const meansOf = (comparison: string) => {
      const one = found.metrics.find((metric) => metric.comparison === comparison);
      return [one?.controlMean, one?.treatmentMean];
    };
    expect(meansOf('bad vs control')).toEqual([0.4, 0.04]);
    expect(meansOf('good vs control')).toEqual([0.7, 0.8]);
    expect(found).toMatchObject({ winner: { arm: 'good' }, sampleRatio: { isMismatch: false } });
    expect(found.exposures.map(({ memberCount }) => memberCount)).toEqual([1000, 1000, 500]);
  });

  it('does not call a guardrail held that nobody can judge', async () => {
    await start({ guardrails: [{ metric: 'reports', marginFraction: 0.1 }] });
    await log('control', [500, 100]);
    await log('treatment', [500, 200]);
    await test.database.pool.query(
      `INSERT INTO misleading_report (member_id, title_id, artwork_id, reported_at)
       SELECT member_id, title_id, artwork_id, decided_at FROM decision WHERE member_id IN ('control-1-0', 'treatment-1-0')`,
    );
    const { winner, metrics } = await report();
    expect(metrics.at(-1)).toMatchObject({ name: 'reports (guardrail)', controlMean: 0.002 });
    expect(winner).toMatchObject({ arm: null, reason: expect.stringContaining('reports (guardrail)') });
  });

  describe('on a ramp', () => {
    const ramp = { stages: [0.01, 0.25, 1], stageMs: 3_600_000 };
    const cells = async () => (await experiments.running()).map(({ fromCell, toCell }) => [fromCell, toCell]);
    afterEach(() => (nowMinute = 60));

    it('takes in more members once a stage has lasted, with an audit row, and keeps those it has', async () => {
      await aRunningExperiment(experiments, { guardrails: [REWARD_GUARD] }, ramp);
      expect(await cells()).toEqual([[0, 100]]);
      nowMinute = 59;
      expect((await watch.run()).widened).toEqual([]);
      nowMinute = 60;
      expect((await watch.run()).widened).toEqual(['llm-trial/1']);
      expect(await cells()).toEqual([[0, 2_500]]);
      expect((await watch.run()).widened).toEqual([]);
      nowMinute = 120;
      expect((await watch.run()).widened).toEqual(['llm-trial/1']);
      nowMinute = 1_000;
      expect((await watch.run()).widened).toEqual([]);
      expect(await cells()).toEqual([[0, 10_000]]);
      const { run } = (await experiments.findById('llm-trial')) ?? {};
      expect(run).toMatchObject({ version: 1, ramp: { ...ramp, stage: 2, since: minutesLater(120) } });
      expect(await auditRoutes()).toContain('watch-experiments/widen');
    });

    it('goes back to the default when a guardrail breaks, and no further', async () => {
      await aRunningExperiment(experiments, { guardrails: [REWARD_GUARD] }, ramp);
      await log('control', [500, 300]);
      await log('treatment', [500, 100]);
      expect(await watch.run()).toMatchObject({ stopped: [{ arm: 'treatment' }], widened: [] });
      expect(await cells()).toEqual([]);
    });

    it('stays where it is while an arm is out', async () => {
      const arm = (name: string, policy: 'production' | 'llm' | 'popular') => ({ name, weight: 1, policy });
      const arms = [arm('control', 'production'), arm('good', 'llm'), arm('bad', 'popular')];
      await aRunningExperiment(experiments, { arms, guardrails: [REWARD_GUARD] }, ramp);
      await log('control', [500, 300]);
      await log('bad', [500, 20]);
      await log('good', [500, 300]);
      expect(await watch.run()).toMatchObject({ stopped: [{ arm: 'bad' }], widened: [] });
      nowMinute = 600;
      expect((await watch.run()).widened).toEqual([]);
    });

    it('leaves a stage once, however many look at it', async () => {
      await aRunningExperiment(experiments, {}, ramp);
      const run = { experimentId: 'llm-trial', version: 1 };
      const at = minutesLater(60);
      const both = [0, 0].map((stage) => experiments.widen(run, { stage, at }));
      expect((await Promise.all(both)).sort()).toEqual([false, true]);
      expect(await experiments.widen(run, { stage: 2, at })).toBe(false);
    });
  });

  it('reports former versions, and names what is not there', async () => {
    await start();
    await log('control', [3, 1]);
    await log('treatment', [3, 2]);
    await experiments.stop('llm-trial', minutesLater(30), 'test');
    await experiments.start({
      ...{ experimentId: 'llm-trial', startedAt: minutesLater(40), startedBy: 'test' },
      allot: () => ({ fromCell: 0, toCell: 10 }),
    });
    expect((await report()).experiment).toBe('llm-trial/2');
    const former = await reports.run({ experimentId: 'llm-trial', version: 1 }, TOLD);
    expect(former).toMatchObject({ experiment: 'llm-trial/1', status: 'stopped' });
    expect(former.arms.map(({ memberCount }) => memberCount)).toEqual([3, 3]);
    await expect(reports.run({ experimentId: 'llm-trial', version: 3 }, TOLD)).rejects.toThrow(
      'no version 3',
    );
    await expect(reports.run({ experimentId: 'none' }, TOLD)).rejects.toThrow('no experiment none');
  });
});
