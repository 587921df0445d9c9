import { guardrailState } from './guardrail';
import { heterogeneity } from './heterogeneity';
import { multipleExposure } from './multiple-exposure';
import { effectTrend } from './novelty';

describe('guardrailState', () => {
  it.each([
    [[-0.01, 0.03], 'held'],
    [[-0.03, 0.01], 'undecided'],
    [[-0.09, -0.03], 'broken'],
  ] as const)(
    '%j is %s with a margin of .02, and so is its mirror where lower is better',
    (interval, state) => {
      const [low, high] = interval;
      expect(guardrailState({ margin: 0.02, better: 'higher' }, interval)).toBe(state);
      expect(guardrailState({ margin: 0.02, better: 'lower' }, [-high, -low])).toBe(state);
    },
  );
});

describe('effectTrend', () => {
  it('finds a line that is there', () => {
    const days = [0, 1, 2, 3, 4].map((day) => ({ day, effect: 5 - day, standardError: 0.1 }));
    const trend = effectTrend(days);
    expect(trend?.slope).toBeCloseTo(-1, 12);
    // By hand: SE = .1 / √Σ(day − 2)² = .1 / √10.
    expect(trend?.standardError).toBeCloseTo(0.1 / Math.sqrt(10), 12);
    expect(trend?.pValue).toBeLessThan(1e-6);
  });

  it('is silent about two days', () => {
    expect(effectTrend([0, 1].map((day) => ({ day, effect: day, standardError: 1 })))).toBeNull();
  });
});

describe('heterogeneity', () => {
  it("is Cochran's Q", () => {
    // By hand: weights 1 and 1/4, mean (1 + 3/4)/(5/4) = 1.4; Q = .16 + 2.56/4 = .8.
    const found = heterogeneity([
      { effect: 1, standardError: 1 },
      { effect: 3, standardError: 2 },
    ]);
    expect(found?.statistic).toBeCloseTo(0.8, 12);
    expect(found?.degreesOfFreedom).toBe(1);
    expect(found?.pValue).toBeCloseTo(0.371093, 5);
  });

  it('is silent about one segment', () => {
    expect(heterogeneity([{ effect: 1, standardError: 1 }])).toBeNull();
  });
});

describe('multipleExposure', () => {
  it('is broken above a hundredth', () => {
    expect(multipleExposure(10, 1000)).toEqual({ memberCount: 10, share: 0.01, isBroken: false });
    expect(multipleExposure(11, 1000).isBroken).toBe(true);
    expect(() => multipleExposure(2, 1)).toThrow(expect.objectContaining({ code: 'BAD_STATISTIC_INPUT' }));
  });
});
