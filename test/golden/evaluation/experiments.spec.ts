import {
  analyzeExperiment,
  asymptoticCs,
  WELCH,
  type ArmSums,
  type ComparisonResult,
  type ExperimentPlan,
  type MeasuredMetric,
} from '@keyart/evaluation';

const FIXED: ExperimentPlan = {
  ...{ isRelative: false, isCuped: false, method: WELCH, correction: 'none', alternative: 'two-sided' },
  ...{ alpha: 0.05, weights: [1, 1] },
};
const RELATIVE: ExperimentPlan = { ...FIXED, isRelative: true };
const SEQUENTIAL: ExperimentPlan = { ...FIXED, method: asymptoticCs(5000) };

const HOURS: Pick<MeasuredMetric, 'type'> & { sums: [ArmSums, ArmSums] } = {
  type: 'mean',
  sums: [
    {
      ...{ n: 1000, sum: 2310.5, sumSquares: 9120.25 },
      ...{ covariateSum: 2105.5, covariateSumSquares: 8000.5, covariateCrossSum: 7600.75 },
    },
    {
      ...{ n: 1100, sum: 2725.25, sumSquares: 11350.75 },
      ...{ covariateSum: 2350.25, covariateSumSquares: 9000.25, covariateCrossSum: 9010.5 },
    },
  ],
};
const STARTS: typeof HOURS = {
  type: 'proportion',
  sums: [
    { n: 14000, sum: 942, sumSquares: 942 },
    { n: 13800, sum: 1018, sumSquares: 1018 },
  ],
};
const BINARY: typeof HOURS = {
  type: 'proportion',
  sums: [
    {
      ...{ n: 1000, sum: 230, sumSquares: 230 },
      ...{ covariateSum: 210, covariateSumSquares: 210, covariateCrossSum: 120 },
    },
    {
      ...{ n: 1050, sum: 271, sumSquares: 271 },
      ...{ covariateSum: 222, covariateSumSquares: 222, covariateCrossSum: 131 },
    },
  ],
};
const TAKES: typeof HOURS = {
  type: 'ratio',
  sums: [
    {
      ...{ n: 800, sum: 1210, sumSquares: 3420 },
      ...{ denominatorSum: 5230, denominatorSumSquares: 41200, crossSum: 9800 },
    },
    {
      ...{ n: 790, sum: 1330, sumSquares: 3890 },
      ...{ denominatorSum: 5190, denominatorSumSquares: 40800, crossSum: 10350 },
    },
  ],
};
const START_TIME: typeof HOURS = {
  type: 'quantile',
  sums: [
    {
      ...{ n: 1000, sum: 2700, sumSquares: 9500 },
      ...{ denominatorSum: 3000, denominatorSumSquares: 12000, crossSum: 10450 },
      quantile: { level: 0.9, value: 8.15, lower: 7.95, upper: 8.41 },
    },
    {
      ...{ n: 1020, sum: 2790, sumSquares: 9900 },
      ...{ denominatorSum: 3100, denominatorSumSquares: 12500, crossSum: 10900 },
      quantile: { level: 0.9, value: 7.72, lower: 7.55, upper: 7.93 },
    },
  ],
};

function analyse(plan: ExperimentPlan, { type, sums: [control, treatment] }: typeof HOURS): ComparisonResult {
  const arms = [
    { name: 'control', ...control },
    { name: 'treatment', ...treatment },
  ];
  return analyzeExperiment(plan, [{ name: 'metric', type, arms, better: 'higher' }]).metrics[0];
}

// gbstats 0.8.0 (GrowthBook) on the same sums: TwoSidedTTest, SequentialTwoSidedTTest, OneSidedTreatmentGreaterTTest, compute_theta.
describe('the same numbers as gbstats on the same sums', () => {
  const cases: [string, ComparisonResult, number[]][] = [
    [
      'mean, absolute',
      analyse(FIXED, HOURS),
      [0.167, 0.08711982102576123, -0.0038504784754871957, 0.3378504784754868, 0.05538658744735159],
    ],
    [
      'mean, relative',
      analyse(RELATIVE, HOURS),
      [
        0.07227872754814967, 0.03908913654066159, -0.004378887246431706, 0.14893634234273104,
        0.06458792616317877,
      ],
    ],
    [
      'mean, sequential',
      analyse(SEQUENTIAL, HOURS),
      [0.167, 0.08711982102576123, -0.10426595902149793, 0.43826595902149756, 0.5065634395104971],
    ],
    [
      'mean, sequential and relative, α = .1, tightest at 1000',
      analyse({ ...SEQUENTIAL, isRelative: true, alpha: 0.1, method: asymptoticCs(1000) }, HOURS),
      [
        0.07227872754814967, 0.03908913654066159, -0.03697091365303394, 0.18152836874933326,
        0.770966430524237,
      ],
    ],
    [
      'proportion, absolute',
      analyse(FIXED, STARTS),
      [
        0.00648240165631471, 0.0030714696965685497, 0.00046216869483085756, 0.012502634617798561,
        0.034822430727285525,
      ],
    ],
    [
      'proportion, relative',
      analyse(RELATIVE, STARTS),
      [
        0.09634142589002753, 0.04778837781783207, 0.0026738348875273016, 0.19000901689252775,
        0.04380948531464335,
      ],
    ],
    [
      'ratio, absolute, α = .01',
      analyse({ ...FIXED, alpha: 0.01 }, TAKES),
      [
        0.02490448980794807, 0.009323964262420166, 0.0008584259688667953, 0.04895055364702935,
        0.007639955690777578,
      ],
    ],
    [
      'ratio, relative, α = .01',
      analyse({ ...RELATIVE, alpha: 0.01 }, TAKES),
      [
        0.10764502619468463, 0.04234857662465228, -0.0015699545099170098, 0.21686000689928628,
        0.01112085296463139,
      ],
    ],
    [
      'CUPED, absolute',
      analyse({ ...FIXED, isCuped: true }, HOURS),
      [
        0.14258381464658387, 0.058126941261248816, 0.028591201241562364, 0.2565764280516054,
        0.014249139079957951,
      ],
    ],
    [
      'CUPED, relative',
      analyse({ ...RELATIVE, isCuped: true }, HOURS),
      [
        0.06171123767434922, 0.026081149533335516, 0.010563554149255389, 0.11285892119944305,
        0.018066015669845337,
      ],
    ],
    [
      'CUPED, relative and sequential',
      analyse({ ...SEQUENTIAL, isRelative: true, isCuped: true }, HOURS),
      [
        0.06171123767434922, 0.026081149533335516, -0.019497928704118192, 0.14292040405281664,
        0.24168684544723637,
      ],
    ],
    [
      'CUPED of a proportion by a proportion, relative',
      analyse({ ...RELATIVE, isCuped: true }, BINARY),
      [0.11950280582246317, 0.0799441656361886, -0.03727753622299604, 0.2762831478679224, 0.1351133043038939],
    ],
  ];

  it.each(cases)('%s', (_, { effect, standardError, interval, pValue }, expected) => {
    const found = [effect, standardError, ...(interval ?? []), pValue];
    found.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 12));
  });

  it('θ', () => {
    const theta = (measured: typeof HOURS) => analyse({ ...FIXED, isCuped: true }, measured).cuped?.slope;
    expect(theta(HOURS)).toBeCloseTo(0.785315903180046, 12);
    expect(theta(BINARY)).toBeCloseTo(0.4267149292500832, 12);
  });

  it('one-sided', () => {
    const { interval, pValue } = analyse({ ...RELATIVE, alternative: 'greater' }, HOURS);
    expect(interval?.[0]).toBeCloseTo(0.007954358414613824, 12);
    expect(interval?.[1]).toBeNull();
    expect(pValue).toBeCloseTo(0.03229396308158938, 12);
  });

  // There degrees of freedom count events, here members; over a thousand of either the intervals differ in the fourth digit.
  it.each([
    [FIXED, [-0.43, 0.185945309862102, 0.0208]],
    [RELATIVE, [-0.05276073619631909, 0.02209469874481511, 0.017]],
  ])('quantile over events of members, %#', (plan, [effect, standardError, pValue]) => {
    const found = analyse(plan, START_TIME);
    expect(found.effect).toBeCloseTo(effect, 12);
    expect(found.standardError).toBeCloseTo(standardError, 12);
    expect(found.pValue).toBeCloseTo(pValue, 3);
  });

  it('quantile over members', () => {
    const [control, treatment] = START_TIME.sums;
    const alone = (arm: ArmSums, n: number): ArmSums => ({
      ...{ n, sum: 0, sumSquares: 0, quantile: arm.quantile },
    });
    const found = analyse(FIXED, { type: 'quantile', sums: [alone(control, 3000), alone(treatment, 3100)] });
    expect(found.standardError).toBeCloseTo(0.15218626732503324, 12);
    expect(found.pValue).toBeCloseTo(0.004736904180999479, 10);
  });
});

describe('published tests', () => {
  // R documentation, t.test: Student's sleep data, Welch: t = -1.8608, df = 17.776, p = .07939, interval -3.3654832 … .2054832.
  it("Student's sleep data", () => {
    const sums = (values: number[]): ArmSums => ({
      n: values.length,
      sum: values.reduce((a, b) => a + b, 0),
      sumSquares: values.reduce((a, b) => a + b * b, 0),
    });
    const first = sums([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
    const second = sums([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
    const found = analyse(FIXED, { type: 'mean', sums: [second, first] });
    expect((found.effect ?? NaN) / (found.standardError ?? NaN)).toBeCloseTo(-1.8608, 4);
    expect(found.pValue).toBeCloseTo(0.07939, 5);
    expect(found.interval?.[0]).toBeCloseTo(-3.3654832, 6);
    expect(found.interval?.[1]).toBeCloseTo(0.2054832, 6);
  });
});
