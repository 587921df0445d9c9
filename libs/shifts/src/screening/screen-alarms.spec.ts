import { createRandom } from '@keyart/common';
import { normalQuantile } from '@keyart/evaluation';
import { advanceAll, DESIGN, polarityStream } from '../some-streams.factory';
import { cusumPValue } from './cusum-p-value';
import { screenAlarms } from './screen-alarms';
import { watchStreams } from './watch-streams';

describe('cusumPValue', () => {
  it('is how often a stream without a shift stands so high', () => {
    const random = createRandom('p-value/1');
    const limits = [3, 4, 5];
    const counts = limits.map(() => 0);
    const STEPS = 500_000;
    let [up, down] = [0, 0];
    for (let i = 0; i < STEPS; i++) {
      const z = normalQuantile(1 - random.next() * (1 - 1e-12));
      [up, down] = [Math.max(0, up + z - 0.5), Math.max(0, down - z - 0.5)];
      limits.forEach((limit, j) => (counts[j] += Number(Math.max(up, down) >= limit)));
    }
    limits.forEach((limit, j) =>
      expect(Math.abs(counts[j] / STEPS / cusumPValue(limit) - 1)).toBeLessThan(0.12),
    );
  });

  it('is 1 at 0 and falls', () => {
    expect(cusumPValue(0)).toBe(1);
    expect(cusumPValue(9)).toBeLessThan(cusumPValue(8));
  });
});

describe('screenAlarms', () => {
  const streamOf = (statistic: number) => {
    const pValue = cusumPValue(statistic);
    const { reading } = advanceAll(polarityStream('screen/1', 1)).steps[0];
    const alarm = { startAt: reading.startAt, direction: 'up', statistic, pValue } as const;
    return { reading: { ...reading, pValue }, alarm: statistic > 5 ? alarm : null };
  };

  it('asks for more the more streams there are', () => {
    const quiet = Array.from({ length: 500 }, () => streamOf(0.5));
    expect(screenAlarms([streamOf(6)], 0.05)).toEqual([true]);
    expect(screenAlarms([streamOf(6), ...quiet], 0.05)[0]).toBe(false);
    expect(screenAlarms([streamOf(12), ...quiet], 0.05)[0]).toBe(true);
  });

  it('asks for less of each where many alarm together', () => {
    const quiet = Array.from({ length: 100 }, () => streamOf(0.5));
    const together = Array.from({ length: 40 }, () => streamOf(6));
    expect(screenAlarms([...together, ...quiet], 0.05).filter(Boolean)).toHaveLength(40);
  });

  it.each([0, 1, NaN])('refuses a false share of %f', (share) => {
    expect(() => screenAlarms([], share)).toThrow(expect.objectContaining({ code: 'BAD_SHIFT_DESIGN' }));
  });
});

describe('watchStreams', () => {
  it('tells a drop once, dated and sized, and leaves the others alone', () => {
    const titles = ['dark', 'light', 'quiet'].map((titleId, i) => ({
      ...{ titleId, state: null as ReturnType<typeof advanceAll>['state'] | null },
      buckets: polarityStream(`watch/${titleId}/1`, 100, i === 0 ? { day: 60, size: -0.35 } : undefined),
    }));
    const shifts = Array.from({ length: 100 }, (_, day) => {
      const watched = titles.map(({ titleId, buckets, state }) => ({
        ...{ name: { titleId, measure: 'polarity', country: null } as const, state, bucket: buckets[day] },
      }));
      const found = watchStreams(watched, { design: DESIGN, falseShare: 0.05 });
      found.streams.forEach(({ state }, i) => (titles[i].state = state));
      return found.shifts;
    }).flat();
    expect(shifts).toHaveLength(1);
    expect(shifts[0]).toMatchObject({ titleId: 'dark', direction: 'down', measure: 'polarity' });
    expect(shifts[0].size.high).toBeLessThan(0);
    expect(shifts[0].after).toBeCloseTo(shifts[0].before + shifts[0].size.value, 12);
  });
});
