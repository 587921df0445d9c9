import {
  allEstimators,
  DEFAULT_ESTIMATOR_PARAMETERS,
  deltaMethod,
  likelihoodInterval,
  minimumDetectableEffect,
  paretoK,
  relativeStandardError,
  requiredSampleCount,
  sumByCluster,
  summedTerms,
  tailCount,
  valueOf,
  type EstimatorName,
  type LogSums,
} from '@keyart/evaluation';

const ROW_COUNT = 12;
/** Logging policy, target, predictions: rows take turns. */
const LOGGING = [
  [0.5, 0.3, 0.2],
  [0.2, 0.2, 0.6],
  [0.1, 0.6, 0.3],
  [1 / 3, 1 / 3, 1 / 3],
];
const TARGET = [
  [0.1, 0.3, 0.6],
  [0.7, 0.2, 0.1],
  [0, 0.5, 0.5],
];
const PREDICTION = [
  [0.2, 0.5, 0.4],
  [0.6, 0.3, 0.1],
  [0.7, 0.1, 0.5],
  [0.25, 0.5, 0.75],
];
const REWARD = [1, 0, 0, 1, 0, 1, 1, 1, 1, 0, 1, 1];
/** The first two actions show one thing, the third another. */
const FACET = [0, 0, 1];

const PARAMETERS = { ...DEFAULT_ESTIMATOR_PARAMETERS, clip: 1.2, switchThreshold: 1.2, shrinkage: 3 };
const estimators = allEstimators(PARAMETERS);

/** Twelve decisions among three actions; `rowsPerMember` of them of one member. */
function sumsOf(rowsPerMember: number, distributionOf = (i: number) => TARGET[i % 3]): LogSums {
  const rows = Array.from({ length: ROW_COUNT }, (_, i) => ({
    action: (2 * i + Math.floor(i / 4)) % 3,
    ...{ logging: LOGGING[i % 4], target: distributionOf(i), prediction: PREDICTION[(3 * i) % 4] },
  }));
  const of = (value: (row: (typeof rows)[number]) => number): Float64Array => Float64Array.from(rows, value);
  const mass = (policy: readonly number[], facet: number): number =>
    policy.reduce((sum, p, action) => sum + (FACET[action] === facet ? p : 0), 0);
  const log = {
    ...{ rowCount: ROW_COUNT, clusterCount: ROW_COUNT / rowsPerMember },
    cluster: Int32Array.from(rows, (_, i) => Math.floor(i / rowsPerMember)),
    reward: Float64Array.from(REWARD),
    propensity: of(({ logging, action }) => logging[action]),
    candidateCount: of(() => 3),
    prediction: of(({ prediction, action }) => prediction[action]),
  };
  const target = {
    weight: of(({ logging, target: own, action }) => own[action] / logging[action]),
    expectedPrediction: of(({ target: own, prediction }) =>
      own.reduce((sum, p, action) => sum + p * prediction[action], 0),
    ),
    facetWeight: of(
      ({ logging, target: own, action }) => mass(own, FACET[action]) / mass(logging, FACET[action]),
    ),
  };
  const terms = summedTerms(estimators);
  return sumByCluster(log, { policies: { target }, terms }, new Uint32Array(log.clusterCount));
}

function estimatorOf(name: EstimatorName) {
  const found = estimators.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

function pointOf(sums: LogSums, name: EstimatorName) {
  return deltaMethod(sums, valueOf(estimatorOf(name), 'target'));
}

// Open Bandit Pipeline 0.5.5, `estimate_policy_value` on these rows: IPW, IPW (λ = 1.2), SNIPW, DM, DR, DR (λ = 1.2), SNDR, Switch-DR
// (λ = 1.2), DRos (λ = 3), MIPW with known p(e | x, a).
describe('estimators, against the Open Bandit Pipeline', () => {
  it.each<[EstimatorName, number]>([
    ['ips', 0.35555555555555557],
    ['ips-clipped', 0.28055555555555556],
    ['snips', 0.5565217391304348],
    ['dm', 0.40833333333333344],
    ['dr', 0.47833333333333344],
    ['dr-clipped', 0.4516666666666667],
    ['sndr', 0.5178985507246378],
    ['switch-dr', 0.4316666666666667],
    ['dr-os', 0.4554122168517442],
    ['mips', 0.5429563492063492],
  ])('%s is %d', (name, value) => {
    expect(pointOf(sumsOf(1), name)?.value).toBeCloseTo(value, 13);
  });

  it('replay of the likeliest action is .25', () => {
    const likeliest = (i: number): number[] =>
      TARGET[i % 3].map((_, a, all) => Number(a === all.indexOf(Math.max(...all))));
    expect(pointOf(sumsOf(1, likeliest), 'replay')?.value).toBeCloseTo(0.25, 13);
  });
});

// statsmodels 0.15.0: WLS on a constant with `cov_type="cluster"`, use_correction=False, times √(U / (U − 1)); four members of three rows.
describe('standard errors, against the sandwich of statsmodels', () => {
  it.each<[EstimatorName, number]>([
    ['ips', 0.1836977298909222],
    ['snips', 0.2016116680570311],
    ['dr', 0.133716078733764],
  ])('of %s is %d', (name, error) => {
    expect(pointOf(sumsOf(3), name)?.standardError).toBeCloseTo(error, 13);
  });
});

// statsmodels 0.15.0, DescStat(w * r).ci_mean(sig=.05), each row a member, nothing unseen.
it('empirical likelihood of the mean is that of statsmodels', () => {
  const sums = { ...sumsOf(1), extremes: { ...sumsOf(1).extremes, count: 0 } };
  const empty = new Map([...sums.extremes.sums].map(([key]) => [key, new Float64Array(0)]));
  const seen: LogSums = { ...sums, extremes: { count: 0, sums: empty } };
  const interval = likelihoodInterval(seen, valueOf(estimatorOf('ips'), 'target'), 3.841458820694124);
  expect(interval?.[0]).toBeCloseTo(0.1336106830172166, 6);
  expect(interval?.[1]).toBeCloseTo(0.8142345773225547, 6);
});

// ArviZ 0.23.4: `_gpdfit` of the excesses over the first, and `psislw` of (1 − u)^−.6 at u = 1/201 … 200/201.
describe('Pareto k, against ArviZ', () => {
  it('of sixteen weights is .797', () => {
    const weights = [1, 1.02, 1.1, 1.3, 1.35, 1.5, 1.9, 2.4, 2.6, 3.3, 4.1, 5.7, 8.2, 9.9, 14.5, 30];
    expect(paretoK(Float64Array.from(weights))).toBeCloseTo(0.7971721744528446, 9);
  });

  it('of two hundred by a power law is .486', () => {
    const weights = Array.from({ length: 200 }, (_, i) => (1 - (i + 1) / 201) ** -0.6);
    expect(paretoK(Float64Array.from(weights.slice(-tailCount(200) - 1)))).toBeCloseTo(0.4855125779696759, 9);
  });
});

// Var of the paired difference = 2 d K p / n; n = 5,000, K = 5, p = .2, d = .5: relative standard error √(2 · .5 · 5 / (.2 · 5000)) = √.005.
describe('power of a paired comparison', () => {
  const design = { actionCount: 5, baseRate: 0.2, disagreement: 0.5, alpha: 0.05 };

  it('has at 5,000 pairs a relative error of 7.07%', () => {
    expect(relativeStandardError(design, 5000)).toBeCloseTo(0.0707106781, 9);
  });

  // 2.801585 = z(.975) + z(.8), tables of the normal distribution; 5000 (.198102 / .05)² = 78,489.
  it('shows lifts of 19.81%, and of 5% with 78,489 pairs', () => {
    expect(minimumDetectableEffect(design, 5000)).toBeCloseTo(0.198102, 6);
    expect(requiredSampleCount(design, 0.05)).toBe(78_489);
  });
});
