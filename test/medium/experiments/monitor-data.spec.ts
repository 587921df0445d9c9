import { Analysis } from '@keyart/decision-log';
import { monitorData, type ExperimentMonitor, type MonitorOptions } from '@keyart/experiments';
import { LogFolder } from '../../factories/decision-log-file.factory';
import { experimentEvents, type EventRow } from '../../factories/experiment-events.factory';
import { experimentOptions } from '../../factories/experiment-options.factory';

describe('monitorData', () => {
  const folder = new LogFolder();
  afterAll(() => folder.remove());

  async function monitor(rows: EventRow[], given: Partial<MonitorOptions> = {}): Promise<ExperimentMonitor> {
    const file = folder.writeCsv(`${Math.random()}.csv`, rows);
    const analysis = await Analysis.open();
    const options = experimentOptions(file, { method: { sequential: 'asymptotic-cs' }, ...given });
    try {
      return await monitorData(analysis, { ...options, plannedMembers: null, ...given });
    } finally {
      await analysis.close();
    }
  }

  it('looks at the end of each day over all that had happened', async () => {
    const rows = experimentEvents({ memberCount: 3000, seed: 'watched', lift: 0.12 });
    const { looks, advice, reason } = await monitor(rows);
    expect(looks.map(({ day }) => day)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const sizes = looks.map(({ memberCounts }) => memberCounts[0] + memberCounts[1]);
    expect([...sizes].sort((a, b) => a - b)).toEqual(sizes);
    expect(sizes.at(-1)).toBe(3000);
    expect(advice).toBe('decided');
    expect(reason).toContain('treatment vs control is better');
  });

  it('goes on while nothing is shown', async () => {
    const rows = experimentEvents({ memberCount: 1000, seed: 'nothing' });
    expect((await monitor(rows)).advice).toBe('go on');
  });

  it('stops at a guardrail that is broken', async () => {
    const rows = experimentEvents({ memberCount: 3000, seed: 'harm', lift: -0.12 });
    const { advice, looks } = await monitor(rows, { guardrails: new Map([['takes', 0.02]]) });
    expect(advice).toBe('stop: guardrail');
    expect(looks.at(-1)?.metrics[0].guardrail?.state).toBe('broken');
  });

  it.each([
    [0, 'decided'],
    [1, 'stop: assignment'],
  ])('compares the others beside an arm of weight 0 with %i members', async (count, advice) => {
    const rows = experimentEvents({ memberCount: 3000, seed: 'watched', lift: 0.12 });
    const leaked = Array.from({ length: count }, (_, i) => ({
      ...rows[0],
      user_id: `leak${i}`,
      arm: 'unused',
    }));
    const weights = new Map(Object.entries({ control: 1, treatment: 1, unused: 0 }));
    const found = await monitor([...rows, ...leaked], { weights });
    const plain = await monitor(rows);
    const effects = ({ looks }: ExperimentMonitor) =>
      looks.map(({ metrics }) => metrics.map(({ effect }) => effect));
    expect(effects(found)).toEqual(effects(plain));
    expect(found.advice).toBe(advice);
    const last = found.looks.at(-1);
    expect(last?.notCompared).toMatchObject([{ name: 'takes', arm: 'unused', memberCount: count }]);
    expect(last?.sampleRatio.leakedTraffic).toEqual(count > 0 ? [{ index: 2, count }] : []);
  });

  it('bears a look at which the control is still too small, and says so', async () => {
    const rows = experimentEvents({ memberCount: 300, seed: 'early' });
    const [first] = rows.map(({ timestamp }) => timestamp.slice(0, 10)).sort();
    const late = rows.filter(({ arm, timestamp }) => arm === 'treatment' || !timestamp.startsWith(first));
    const { looks } = await monitor(late);
    expect(looks[0]).toMatchObject({
      metrics: [],
      notCompared: [{ arm: 'control', reason: '0 members, fewer than 2: no arm can be compared with it' }],
    });
    expect(looks.at(-1)?.notCompared).toEqual([]);
  });

  it('stops at a sample ratio before anything else', async () => {
    const rows = experimentEvents({ memberCount: 4000, seed: 'lost', lift: 0.2, lostShare: 0.3 });
    expect((await monitor(rows)).advice).toBe('stop: sample ratio');
  });

  it('takes the looks of a group sequential test from the sizes', async () => {
    const rows = experimentEvents({ memberCount: 2000, seed: 'planned', lift: 0.12 });
    const method = { sequential: 'group-sequential' as const };
    const { looks } = await monitor(rows, { method, plannedMembers: 2000 });
    const widths = looks.map(({ metrics: [one] }) => {
      const [low, high] = one.interval ?? [null, null];
      return ((high ?? NaN) - (low ?? NaN)) / (one.standardError ?? NaN);
    });
    // The boundary falls from look to look, and the last one is above that of a fixed test.
    expect([...widths].sort((a, b) => b - a)).toEqual(widths);
    expect(widths.at(-1)).toBeGreaterThan(2 * 1.96);
    await expect(monitor(rows, { method })).rejects.toThrow('--planned-members is missing');
  });

  it('judges no look of a group sequential test after its planned size', async () => {
    const rows = experimentEvents({ memberCount: 2000, seed: 'planned', lift: 0.5 });
    const method = { sequential: 'group-sequential' as const };
    const { looks, advice, plannedMembers } = await monitor(rows, { method, plannedMembers: 300 });
    const total = ({ memberCounts }: (typeof looks)[number]) => memberCounts.reduce((a, b) => a + b, 0);
    const last = looks.findIndex((look) => total(look) >= 300);
    expect(plannedMembers).toBe(300);
    expect(looks.map(({ isBeyondPlan }) => isBeyondPlan)).toEqual(looks.map((_, k) => k > last));
    const later = looks.slice(last + 1).flatMap(({ metrics }) => metrics);
    expect(later).toHaveLength(looks.length - last - 1);
    expect(later.length).toBeGreaterThan(0);
    for (const one of later) {
      expect(one).toMatchObject({ verdict: 'insufficient evidence', pValue: null });
      expect(one.problem).toContain('beyond the plan');
      expect(one.effect).toBeGreaterThan(0.2);
      expect(one.interval?.[0]).toBeLessThan(one.effect ?? 0);
    }
    expect(['decided', 'stop: planned size']).toContain(advice);
  });

  it('breaks no guardrail beyond the plan', async () => {
    const fine = experimentEvents({ memberCount: 400, seed: 'fine' });
    const days = fine.map(({ timestamp }) => timestamp).sort();
    const harm = experimentEvents({ memberCount: 2000, seed: 'harm', lift: -0.12 }).map((row) => ({
      ...row,
      user_id: `late ${row.user_id}`,
      timestamp: new Date(Date.parse(days[days.length - 1]) + 864e5).toISOString(),
    }));
    const { looks, advice } = await monitor([...fine, ...harm], {
      method: { sequential: 'group-sequential' },
      ...{ plannedMembers: 330, guardrails: new Map([['takes', 0.02]]) },
    });
    expect(looks.at(-1)).toMatchObject({
      isBeyondPlan: true,
      metrics: [{ guardrail: { margin: 0.02, state: 'undecided' } }],
    });
    expect(advice).not.toBe('stop: guardrail');
  });
});
