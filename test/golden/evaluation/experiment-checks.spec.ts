import {
  adjustByBenjaminiHochberg,
  adjustByHolm,
  detectableLift,
  requiredUnits,
  sampleRatio,
  sequentialSampleRatio,
  WELCH,
  wilsonInterval,
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
  // By hand: n per arm = 2 (1.959964 + .841621)² σ²/δ²; p = .1, lift 10%: 15.6978 · .09 / .0001 = 14,128 a half.
  it('the classic sample size', () => {
    const design = {
      ...{ mean: 0.1, variance: 0.09, shares: [0.5, 0.5] as const, alpha: 0.05, power: 0.8 },
      ...{ comparisonCount: 1, varianceDropFraction: 0, method: WELCH },
    };
    expect(Math.abs(requiredUnits(design, 0.1) - 28_256)).toBeLessThanOrEqual(4);
    expect(detectableLift(design, 28_256)).toBeCloseTo(0.1, 4);
  });
});
