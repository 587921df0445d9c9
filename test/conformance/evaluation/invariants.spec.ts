import {
  allEstimators,
  deltaMethod,
  sumByCluster,
  valueOf,
  type Estimator,
  type EstimatorName,
} from '@keyart/evaluation';
import { loggedDecisions, type LoggedDecisions } from '../../factories/logged-decisions.factory';

const PARAMETERS = { clip: 3, switchThreshold: 3, shrinkage: 10 };
const world = loggedDecisions({ seed: 'invariants', rowCount: 500, rowsPerMember: 2 });

function named(name: EstimatorName, parameters = PARAMETERS): Estimator {
  return allEstimators(parameters).find((one) => one.name === name) as Estimator;
}

function value(one: LoggedDecisions, estimator: Estimator): number {
  const { log, target, seeds } = one;
  const sums = sumByCluster(log, { policies: { target }, terms: estimator.terms }, seeds);
  return deltaMethod(sums, valueOf(estimator, 'target'))?.value ?? NaN;
}

/** Propensities times k: weights by k. */
function withScaledPropensities(k: number): LoggedDecisions {
  const { log, target } = world;
  return {
    ...world,
    log: { ...log, propensity: log.propensity.map((p) => p * k) },
    target: { ...target, weight: target.weight.map((w) => w / k) },
  };
}

/** Rewards and the model's predictions plus c. */
function withShiftedRewards(c: number): LoggedDecisions {
  const { log, target } = world;
  const shift = (column: Float64Array | null) => column && column.map((one) => one + c);
  return {
    ...world,
    log: { ...log, reward: log.reward.map((r) => r + c), prediction: shift(log.prediction) },
    target: { ...target, expectedPrediction: shift(target.expectedPrediction) },
  };
}

describe('limits', () => {
  const dm = value(world, named('dm'));
  const dr = value(world, named('dr'));

  it('Switch-DR: τ = 0 is DM, τ = ∞ is DR', () => {
    expect(value(world, named('switch-dr', { ...PARAMETERS, switchThreshold: 0 }))).toBe(dm);
    expect(value(world, named('switch-dr', { ...PARAMETERS, switchThreshold: Infinity }))).toBeCloseTo(
      dr,
      12,
    );
  });

  it('DR-os: λ = 0 is DM, λ = ∞ is DR', () => {
    expect(value(world, named('dr-os', { ...PARAMETERS, shrinkage: 0 }))).toBe(dm);
    expect(value(world, named('dr-os', { ...PARAMETERS, shrinkage: Infinity }))).toBeCloseTo(dr, 12);
    expect(value(world, named('dr-os', { ...PARAMETERS, shrinkage: 1e12 }))).toBeCloseTo(dr, 9);
  });

  it('clipping at ∞ clips nothing', () => {
    const unclipped = { ...PARAMETERS, clip: 1e9 };
    expect(value(world, named('ips-clipped', unclipped))).toBeCloseTo(value(world, named('ips')), 12);
    expect(value(world, named('dr-clipped', unclipped))).toBeCloseTo(dr, 12);
  });
});

describe('all propensities times k', () => {
  it('leaves SNIPS and divides IPS by k', () => {
    const scaled = withScaledPropensities(0.5);
    expect(value(scaled, named('snips'))).toBeCloseTo(value(world, named('snips')), 12);
    expect(value(scaled, named('ips'))).toBeCloseTo(value(world, named('ips')) / 0.5, 12);
  });
});

describe('all rewards plus c', () => {
  it.each(['snips', 'dr', 'sndr', 'dm'] as const)('moves %s by c', (name) => {
    expect(value(withShiftedRewards(2), named(name))).toBeCloseTo(value(world, named(name)) + 2, 11);
  });
});

describe('DM', () => {
  it('is exact with the true model', () => {
    const { target, targetValue } = world;
    // The factory's model is the truth and .05 more.
    const expected = (target.expectedPrediction as Float64Array).map((q) => q - 0.05);
    const exact = { ...world, target: { ...target, expectedPrediction: expected } };
    expect(value(exact, named('dm'))).toBeCloseTo(targetValue, 12);
  });
});
