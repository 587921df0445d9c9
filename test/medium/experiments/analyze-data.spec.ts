import { createRandom } from '@keyart/common';
import { Analysis } from '@keyart/decision-log';
import {
  analyzeData,
  parseMetricSpec,
  type ExperimentAnalysis,
  type ExperimentDataOptions,
} from '@keyart/experiments';
import { LogFolder } from '../../factories/decision-log-file.factory';
import { experimentEvents, type EventRow } from '../../factories/experiment-events.factory';
import { experimentOptions } from '../../factories/experiment-options.factory';

const METRICS = [
  'takes=ratio(taken)~before',
  'any=proportion(taken)',
  'plays=mean(taken)~before',
  'start=quantile(start_ms, 0.9)',
].map(parseMetricSpec);

describe('analyzeData', () => {
  const folder = new LogFolder();
  afterAll(() => folder.remove());

  async function analyze(
    rows: EventRow[],
    given: Partial<ExperimentDataOptions> = {},
  ): Promise<ExperimentAnalysis> {
    const file = folder.writeCsv(`${Math.random()}.csv`, rows);
    const analysis = await Analysis.open();
    try {
      return await analyzeData(analysis, experimentOptions(file, given));
    } finally {
      await analysis.close();
    }
  }

  const rows = experimentEvents({ memberCount: 3000, seed: 'planted', lift: 0.06 });

  it('sums by member, whatever the order of rows', async () => {
    const random = createRandom('shuffle');
    const shuffled = rows.map((row) => ({ row, at: random.next() })).sort((a, b) => a.at - b.at);
    const options = { metrics: METRICS, method: { cuped: true } };
    const [one, other] = [
      await analyze(rows, options),
      await analyze(
        shuffled.map(({ row }) => row),
        options,
      ),
    ];
    expect(other.metrics).toEqual(one.metrics);
    const [takes] = one.metrics;
    const byArm = ['control', 'treatment'].map((arm) => rows.filter((row) => row.arm === arm));
    const rates = byArm.map((arm) => arm.filter(({ taken }) => taken === '1').length / arm.length);
    expect([takes.controlMean, takes.treatmentMean]).toEqual(rates);
    expect(one.arms.map(({ memberCount }) => memberCount)).toEqual(
      byArm.map((arm) => new Set(arm.map(({ user_id }) => user_id)).size),
    );
  });

  it('finds what was planted and names the winner', async () => {
    const { metrics, sampleRatio } = await analyze(rows, { metrics: METRICS });
    expect(sampleRatio.isMismatch).toBe(false);
    const [takes] = metrics;
    expect(Math.abs((takes.effect ?? 0) - 0.06)).toBeLessThan(3.5 * (takes.standardError ?? 0));
    expect(takes.verdict).toBe('better');
  });

  it('takes variance away by a covariate, with the same truth', async () => {
    const plain = (await analyze(rows, { metrics: METRICS })).metrics;
    const { metrics } = await analyze(rows, { metrics: METRICS, method: { cuped: true } });
    const plays = metrics[2];
    expect(plays.cuped?.varianceDropFraction).toBeGreaterThan(0);
    expect(plays.standardError ?? 1).toBeLessThan(plain[2].standardError ?? 0);
    expect(metrics[1]).toMatchObject({ cuped: null, problem: expect.stringContaining('no covariate') });
  });

  it('leaves out members of several arms, counts them, and names no winner where they are many', async () => {
    const twice = rows
      .filter(({ user_id }) => Number(user_id.slice(1)) < 200)
      .map((row) => ({ ...row, arm: row.arm === 'control' ? 'treatment' : 'control' }));
    const { multipleExposure, metrics, warnings } = await analyze([...rows, ...twice]);
    expect(multipleExposure?.memberCount).toBe(200);
    expect(warnings.map(({ code }) => code)).toContain('MULTIPLE_EXPOSURE');
    expect(metrics[0].verdict).toBe('insufficient evidence');
  });

  it('names no winner where members are missing', async () => {
    const lost = experimentEvents({ memberCount: 3000, seed: 'lost', lift: 0.1, lostShare: 0.2 });
    const { warnings, metrics, summary } = await analyze(lost);
    expect(warnings.map(({ code }) => code)).toContain('SAMPLE_RATIO_MISMATCH');
    expect(metrics[0].verdict).toBe('insufficient evidence');
    expect(summary[0]).toContain('No winner');
  });

  it('compares segments with one correction over all, and days', async () => {
    const columns = { arm: 'arm', member: 'user_id', day: 'timestamp', segments: ['device'] };
    const { segments, segmentDifferences, daily } = await analyze(rows, { columns });
    expect(segments.map(({ value }) => value).sort()).toEqual(['tv', 'web']);
    const least = Math.min(...segments.map(({ pValue }) => pValue ?? 1));
    expect(Math.min(...segments.map(({ adjustedPValue }) => adjustedPValue ?? 1))).toBeCloseTo(2 * least, 12);
    expect(segmentDifferences[0].heterogeneity?.degreesOfFreedom).toBe(1);
    expect(daily[0].days.length).toBeGreaterThan(5);
  });

  it('cuts down totals of members above a quantile of all', async () => {
    const whale = { ...rows[0], user_id: 'whale', taken: '100000', arm: 'control' };
    const options = { metrics: [parseMetricSpec('plays=mean(taken)')] };
    const wild = (await analyze([...rows, whale], options)).metrics[0];
    const tame = (await analyze([...rows, whale], { ...options, winsoriseAt: 0.999 })).metrics[0];
    expect(wild.controlMean).toBeGreaterThan(60);
    expect(tame.controlMean).toBeLessThan(2);
  });

  it.each([
    ['taken', 'lots', 'taken is not a finite number in 1 row: row 3 has lots'],
    ['arm', '', 'arm is missing in 1 row: row 3 has nothing'],
    ['timestamp', 'yesterday', 'timestamp is no date or time in 1 row: row 3 has yesterday'],
  ])('refuses a row with a bad %s', async (column, value, message) => {
    const bad = rows.slice(0, 50).map((row, i) => (i === 2 ? { ...row, [column]: value } : row));
    await expect(analyze(bad)).rejects.toThrow(message);
  });

  it('refuses a covariate that changes on the way', async () => {
    const member = rows.find(({ user_id }, i) => rows[i + 1].user_id === user_id)?.user_id;
    let seen = 0;
    const bad = rows.map((row) => (row.user_id === member ? { ...row, before: String(seen++) } : row));
    await expect(analyze(bad, { metrics: METRICS })).rejects.toThrow(
      'before differs between rows of one member',
    );
  });

  it('refuses a column that is not there, and a test of one arm', async () => {
    const metrics = [parseMetricSpec('x=mean(nothing)')];
    await expect(analyze(rows, { metrics })).rejects.toThrow('column nothing is not there (of metric x)');
    await expect(analyze(rows.filter(({ arm }) => arm === 'control'))).rejects.toThrow(
      'a test needs two arms',
    );
  });

  it('takes weights by name, and knows an arm that should have had no traffic', async () => {
    const weights = new Map([
      ['control', 1],
      ['treatment', 1],
      ['unused', 0],
    ]);
    const leaked = [...rows, ...[1, 2].map((i) => ({ ...rows[0], user_id: `leak${i}`, arm: 'unused' }))];
    const { warnings } = await analyze(leaked, { weights });
    expect(warnings).toContainEqual({
      code: 'LEAKED_TRAFFIC',
      detail: 'arm unused has a weight of 0 and 2 members',
    });
    await expect(analyze(rows, { weights: new Map([['control', 1]]) })).rejects.toThrow(
      'none for arm treatment',
    );
  });

  it.each([0, 1])(
    'compares the others, in segments and days too, beside an arm of %i members',
    async (count) => {
      const weights = new Map(Object.entries({ control: 1, treatment: 1, unused: 0 }));
      const columns = { arm: 'arm', member: 'user_id', day: 'timestamp', segments: ['device'] };
      const leaked = Array.from({ length: count }, (_, i) => ({
        ...rows[0],
        user_id: `leak${i}`,
        arm: 'unused',
      }));
      const found = await analyze([...rows, ...leaked], { weights, columns, metrics: METRICS });
      const plain = await analyze(rows, { columns, metrics: METRICS });
      expect(found.arms.map(({ memberCount }) => memberCount)).toEqual([
        ...[...plain.arms.map(({ memberCount }) => memberCount), count],
      ]);
      expect(found.metrics.map(({ effect }) => effect)).toEqual(plain.metrics.map(({ effect }) => effect));
      expect(found.segments.map(({ effect }) => effect)).toEqual(plain.segments.map(({ effect }) => effect));
      expect(found.daily).toEqual(plain.daily);
      expect(found.notCompared.map(({ name, arm, memberCount }) => [name, arm, memberCount])).toEqual(
        METRICS.map(({ name }) => [name, 'unused', count]),
      );
      expect(found.summary.join()).toContain('arm unused is not compared on takes, any, plays, start');
      expect(found.warnings.map(({ code }) => code)).toEqual(count > 0 ? ['LEAKED_TRAFFIC'] : []);
    },
  );

  it('cannot do without a control', async () => {
    const first = rows.find(({ arm }) => arm === 'control')?.user_id;
    const lonely = rows.filter(({ arm, user_id }) => arm === 'treatment' || user_id === first);
    await expect(analyze(lonely)).rejects.toThrow(
      'control control: 1 member, fewer than 2: no arm can be compared with it; wait for more',
    );
  });
});
