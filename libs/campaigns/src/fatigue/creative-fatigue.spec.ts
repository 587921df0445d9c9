import fc from 'fast-check';
import { creativeFatigue, type FatigueCell } from './creative-fatigue';
import { riskRatio } from './risk-ratio';

const cell = (repeatCount: number, takeCount: number, more: Partial<FatigueCell> = {}): FatigueCell => ({
  ...{ artworkId: 'a', stratum: '1', repeatCount, impressionCount: 1000, takeCount },
  ...more,
});

describe('riskRatio', () => {
  it('is the plain ratio of one stratum, with its interval', () => {
    const found = riskRatio([{ exposedCount: 1000, exposedHits: 40, freshCount: 2000, freshHits: 100 }]);
    expect(found?.ratio).toBeCloseTo(0.8, 12);
    // Var log RR = 1/a − 1/n₁ + 1/b − 1/n₀.
    expect(found?.logStandardError).toBeCloseTo(Math.sqrt(1 / 40 - 1 / 1000 + 1 / 100 - 1 / 2000), 12);
    expect((found?.interval[0] ?? 0) * (found?.interval[1] ?? 0)).toBeCloseTo(0.64, 12);
  });

  it('is not fooled where strata differ in level', () => {
    // Each stratum has the ratio 1; together, as they are, repeated impressions seem to be half as good.
    const strata = [
      { exposedCount: 100, exposedHits: 20, freshCount: 900, freshHits: 180 },
      { exposedCount: 900, exposedHits: 45, freshCount: 100, freshHits: 5 },
    ];
    expect(riskRatio(strata)?.ratio).toBeCloseTo(1, 12);
  });

  it('weighs a count split over strata as one, and says where nothing can be compared', () => {
    const whole = { exposedCount: 600, exposedHits: 30, freshCount: 900, freshHits: 60 };
    const part = (share: number) =>
      Object.fromEntries(
        Object.entries(whole).map(([name, n]) => [name, share * n]),
      ) as unknown as typeof whole;
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 0.9, noNaN: true }), (share) => {
        expect(riskRatio([part(share), part(1 - share)])?.ratio).toBeCloseTo(30 / 600 / (60 / 900), 9);
      }),
    );
    expect(riskRatio([])).toBeNull();
    expect(riskRatio([{ exposedCount: 0, exposedHits: 0, freshCount: 9, freshHits: 3 }])).toBeNull();
    expect(riskRatio([{ exposedCount: 9, exposedHits: 0, freshCount: 9, freshHits: 3 }])).toBeNull();
  });
});

describe('creativeFatigue', () => {
  it('says which creative is tired, how much and after how many sights', () => {
    const cells = [
      cell(0, 100),
      cell(1, 80),
      cell(2, 50),
      cell(7, 30),
      cell(0, 50, { artworkId: 'b' }),
      cell(1, 52, { artworkId: 'b' }),
    ];
    const [a, b, c] = creativeFatigue(['a', 'b', 'c'], cells);
    expect(a.verdict).toBe('tired');
    expect(a.classes.map(({ name, ratio }) => [name, Number(ratio.toFixed(3))])).toEqual([
      ['2nd', 0.8],
      ['3rd–4th', 0.5],
      ['5th and later', 0.3],
    ]);
    expect(a.overall?.interval[1]).toBeLessThan(1);
    expect(b.verdict).toBe('holds');
    expect(c).toMatchObject({ verdict: 'too little data', overall: null, classes: [], adjustedPValue: null });
  });

  it('does not call a creative tired that is liked better the second time', () => {
    expect(creativeFatigue(['a'], [cell(0, 50), cell(1, 150)])[0].verdict).toBe('holds');
  });

  it.each([cell(0, 1001), cell(-1, 0), cell(0, NaN), cell(0, 0, { impressionCount: Infinity })])(
    'refuses %p',
    (bad) => {
      expect(() => creativeFatigue(['a'], [bad])).toThrow('fatigue of a');
    },
  );
});
