import {
  crossingProbabilities,
  msprt,
  normalMixtureBoundary,
  spendingBoundaries,
  type Effect,
} from '@keyart/evaluation';

const equalLooks = (count: number): number[] => Array.from({ length: count }, (_, i) => (i + 1) / count);
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe('repeated looks', () => {
  // Armitage, McPherson and Rowe, JRSS A 1969, table 2: true level of a two-sided 5% test looked at so often.
  it.each([
    [1, 0.05],
    [2, 0.083],
    [3, 0.107],
    [4, 0.126],
    [5, 0.142],
    [10, 0.193],
    [20, 0.248],
    [50, 0.32],
  ])('%i looks at a fixed 5%% test make it %f', (looks, level) => {
    const boundaries = equalLooks(looks).map(() => 1.959964);
    expect(sum(crossingProbabilities(equalLooks(looks), boundaries))).toBeCloseTo(level, 3);
  });

  // Jennison and Turnbull, Group sequential methods (2000), tables 2.1 and 2.3: C_P(K, .05) and C_B(K, .05).
  it.each([
    [2, 2.178],
    [5, 2.413],
    [10, 2.555],
  ])("Pocock's constant for %i looks keeps the level", (looks, constant) => {
    const boundaries = equalLooks(looks).map(() => constant);
    expect(sum(crossingProbabilities(equalLooks(looks), boundaries))).toBeCloseTo(0.05, 3);
  });

  it.each([
    [2, 1.977],
    [5, 2.04],
    [10, 2.087],
  ])("O'Brien and Fleming's constant for %i looks keeps the level", (looks, constant) => {
    const boundaries = equalLooks(looks).map((t) => constant / Math.sqrt(t));
    expect(sum(crossingProbabilities(equalLooks(looks), boundaries))).toBeCloseTo(0.05, 3);
  });
});

describe('spendingBoundaries', () => {
  // Derived independently: scipy 1.17.1, root of the multivariate normal distribution function for each look.
  it.each([
    [[0.5, 1], 0.05, [2.4977055, 2.0183103]],
    [[1 / 3, 2 / 3, 1], 0.05, [2.7729213, 2.3472723, 2.0619137]],
    [[0.2, 0.5, 0.7, 1], 0.1, [2.8781617, 2.2826907, 2.0807925, 1.7548256]],
  ])('at %j and level %f', (fractions, alpha, expected) => {
    spendingBoundaries(fractions, alpha).forEach((boundary, k) =>
      expect(boundary).toBeCloseTo(expected[k], 5),
    );
  });

  it('spends what it says', () => {
    const fractions = [0.13, 0.31, 0.55, 0.8, 1];
    const spent = crossingProbabilities(fractions, spendingBoundaries(fractions, 0.05));
    spent.forEach((probability, k) =>
      expect(probability).toBeCloseTo(0.05 * (fractions[k] ** 2 - (fractions[k - 1] ?? 0) ** 2), 8),
    );
  });
});

describe('closed forms', () => {
  // By hand: v = 100, ρ = 4, α = .05: √(104 ln(104 / (4 · .0025))) = √(104 · 9.249561).
  it('the normal mixture boundary', () => {
    expect(normalMixtureBoundary(100, 4, 0.05)).toBeCloseTo(31.0154, 4);
  });

  // By hand: V = τ makes z* = √(2 (2 ln 40 + ln 2)).
  it('the mSPRT critical value where τ is the variance', () => {
    const effect: Effect = {
      ...{ effect: 0, standardError: 2, degreesOfFreedom: 98, sampleCount: 100, unitVariance: 200 },
    };
    expect(msprt(4).criticalValue(effect, 0.05)).toBeCloseTo(4.017687, 5);
  });
});
