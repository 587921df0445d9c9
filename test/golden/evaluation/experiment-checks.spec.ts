import {
  adjustByBenjaminiHochberg,
  adjustByHolm,
  analyzeExperiment,
  detectableLift,
  proportionVariance,
  requiredUnits,
  sampleRatio,
  sequentialSampleRatio,
  WELCH,
  wilsonInterval,
  type ExperimentPlan,
  type NamedArm,
} from '@keyart/evaluation';

describe('checks', () => {
  // Kohavi, Tang and Xu, Trustworthy online controlled experiments (2020), chapter 3: p = 1.8E-6.
  it('a sample ratio of 821,588 to 815,482', () => {
    const groups = [821_588, 815_482].map((count) => ({ count, expectedShare: 0.5 }));
    expect(sampleRatio(groups).pValue).toBeCloseTo(1.8217928726191858e-6, 15);
  });

  // scipy 1.17.1, stats.chisquare.
  it('a sample ratio of three arms', () => {
    const groups = [4800, 5200, 3100].map((count, i) => ({ count, expectedShare: [3, 3, 2][i] }));
    expect(sampleRatio(groups).chiSquared).toBeCloseTo(28.753180661577606, 10);
    expect(sampleRatio(groups).pValue).toBeCloseTo(5.705926206937228e-7, 15);
  });

  // By hand: with prior 1, 1 the marginal of 3 and 1 is B(4, 2)/B(1, 1) = 1/20, the null's 1/16: 1/e = 20/16, then 5 and 1: 1/42 over 1/64.
  it('a sequential sample ratio', () => {
    const looks = [
      [3, 1],
      [2, 0],
      [4, 0],
    ];
    const found = sequentialSampleRatio(looks, [1, 1], [2]).map(({ pValue }) => pValue);
    expect(found[0]).toBe(1);
    expect(found[1]).toBeCloseTo(42 / 64, 12);
    // 9 and 1: 1/110 over 1/1024.
    expect(found[2]).toBeCloseTo(110 / 1024, 12);
  });

  // By hand: with priors 1, 1 and 2, 2 five of one kind have the marginals 1/6 and B(7, 2)/B(2, 2) = 3/28, against 1/32: e = (32/6 + 96/28)/2.
  it('a sequential sample ratio over two priors', () => {
    const [{ pValue }] = sequentialSampleRatio([[5, 0]], [1, 1], [2, 4]);
    expect(pValue).toBeCloseTo(2 / (32 / 6 + 96 / 28), 12);
  });

  // Newcombe, "Two-sided confidence intervals for the single proportion" (Statistics in Medicine 1998), table I, method 3.
  it.each([
    [81, 263, [0.2553, 0.3662]],
    [15, 148, [0.0624, 0.1605]],
    [0, 20, [0, 0.1611]],
    [1, 29, [0.0061, 0.1718]],
  ] as const)("Wilson's interval of %i of %i", (count, total, [low, high]) => {
    const [found, upper] = wilsonInterval(count, total);
    expect(found).toBeCloseTo(low, 4);
    expect(upper).toBeCloseTo(high, 4);
  });
});

describe('several tests', () => {
  // The fifteen p-values of Benjamini and Hochberg (JRSS B 1995), section 3.2: four are discoveries at 5%; adjusted by statsmodels 0.15.0.
  const P_VALUES = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];

  it('Benjamini and Hochberg', () => {
    const adjusted = adjustByBenjaminiHochberg(P_VALUES);
    const expected = [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286];
    expected.forEach((p, i) => expect(adjusted[i]).toBeCloseTo(p, 12));
    expect(adjusted.filter((p) => (p ?? 1) < 0.05)).toHaveLength(4);
  });

  it('Holm', () => {
    const adjusted = adjustByHolm([...P_VALUES].reverse()).reverse();
    const expected = [0.0015, 0.0056, 0.0247, 0.114, 0.2211, 0.278, 0.278, 0.278, 0.3213, 1];
    expected.forEach((p, i) => expect(adjusted[i]).toBeCloseTo(p, 12));
  });
});

describe('planning', () => {
  const design = {
    ...{ mean: 0.1, varianceAt: proportionVariance, shares: [0.5, 0.5] as const, alpha: 0.05, power: 0.8 },
    ...{ comparisonCount: 1, varianceDropFraction: 0, isRelative: false, method: WELCH },
  };

  // By hand: n per arm = (1.959964 + .841621)² (p₁ (1 − p₁) + p₂ (1 − p₂))/δ²; 10% against 11%: 7.8489 · .1879 / .0001 = 14,748 a half.
  it('the classic sample size of two proportions', () => {
    expect(Math.abs(requiredUnits(design, 0.1) - 29_496)).toBeLessThanOrEqual(10);
    expect(detectableLift(design, 29_496)).toBeCloseTo(0.1, 4);
  });

  // By hand: n per arm = 2 (1.959964 + .841621)² σ²/δ²; σ = 3, δ = 1: 15.6978 · 9 = 141.3, and one more as it is Student's t.
  it('the classic sample size of two means', () => {
    const ofMeans = { ...design, mean: 10, varianceAt: () => 9 };
    expect(requiredUnits(ofMeans, 0.1) / 2).toBeCloseTo(142.3, 0);
  });

  it.each([
    { isRelative: false, shares: [0.5, 0.5], lift: 0.25 },
    { isRelative: true, shares: [0.5, 0.5], lift: 0.25 },
    { isRelative: true, shares: [0.8, 0.2], lift: 0.25 },
    { isRelative: false, shares: [0.8, 0.2], lift: 0.5 },
  ] as const)('has the power asked for, %j', ({ isRelative, shares, lift }) => {
    const planned = { ...design, ...{ mean: 0.2, shares, isRelative } };
    const units = requiredUnits(planned, lift);
    const sizes = shares.map((share) => Math.round(share * units));
    const rates = [0.2, 0.2 * (1 + lift)];
    expect(Math.abs(exactPower(sizes, rates, isRelative) - 0.8)).toBeLessThan(0.01);
    expect(detectableLift(planned, units)).toBeCloseTo(lift, 3);
  });

  it('bears an arm of hardly any units', () => {
    const tiny = { ...design, shares: [0.99, 0.01] as const };
    expect(detectableLift(tiny, 10)).toBeNull();
    expect(requiredUnits(tiny, 8.9) * 0.01).toBeGreaterThanOrEqual(2);
  });

  it('says where no lift would be shown', () => {
    expect(detectableLift({ ...design, mean: 0.001, isRelative: true }, 40)).toBeNull();
    expect(detectableLift({ ...design, mean: 3, varianceAt: () => 16, isRelative: true }, 12)).toBeNull();
    expect(() => requiredUnits(design, 9.5)).toThrow('a lift of 9.5 on 0.1 is no proportion any more');
  });
});

/** Of the fixed test: the probability of all pairs of counts with p < 5%. */
function exactPower(sizes: readonly number[], rates: readonly number[], isRelative: boolean): number {
  const [control, treatment] = sizes.map((n, i) => likelyCounts(n, rates[i]));
  const plan: ExperimentPlan = {
    ...{ isRelative, isCuped: false, method: WELCH, correction: 'none', alternative: 'two-sided' },
    ...{ alpha: 0.05, weights: sizes },
  };
  const arm = (name: string, n: number, sum: number): NamedArm => ({ name, n, sum, sumSquares: sum });
  let power = 0;
  for (const [x, px] of control)
    for (const [y, py] of treatment) {
      const arms = [arm('a', sizes[0], x), arm('b', sizes[1], y)];
      const { metrics } = analyzeExperiment(plan, [
        { name: 'takes', type: 'proportion', arms, better: 'higher' },
      ]);
      if ((metrics[0].pValue ?? 1) < 0.05) power += px * py;
    }
  return power;
}

/** Binomial counts within four and a half standard deviations, with their probabilities. */
function likelyCounts(n: number, p: number): [number, number][] {
  const reach = 4.5 * Math.sqrt(n * p * (1 - p));
  const counts: [number, number][] = [];
  let logarithm = n * Math.log(1 - p);
  for (let k = 0; k <= n; k++) {
    if (Math.abs(k - n * p) < reach) counts.push([k, Math.exp(logarithm)]);
    logarithm += Math.log((n - k) / (k + 1)) + Math.log(p / (1 - p));
  }
  return counts;
}
