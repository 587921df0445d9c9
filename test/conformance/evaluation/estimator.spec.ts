import {
  allEstimators,
  deltaMethod,
  differenceOf,
  likelihoodInterval,
  sumByCluster,
  valueOf,
  type LogSums,
  type Estimator,
} from '@keyart/evaluation';
import fc from 'fast-check';
import { loggedDecisions, type LoggedDecisions } from '../../factories/logged-decisions.factory';

/** What every estimator must keep, whatever the log; the world's model is off by a constant, its weights are true. */
const PARAMETERS = { clip: 3, switchThreshold: 3, shrinkage: 10 };
const ESTIMATORS = allEstimators(PARAMETERS);
const worlds = fc.record({
  seed: fc.string({ minLength: 1 }),
  rowCount: fc.integer({ min: 40, max: 300 }),
  actionCount: fc.integer({ min: 2, max: 6 }),
  rowsPerMember: fc.integer({ min: 1, max: 5 }),
});

function sumsOf({ log, target, baseline, seeds }: LoggedDecisions, { terms }: Estimator): LogSums {
  return sumByCluster(log, { policies: { target, baseline }, terms }, seeds);
}

function estimate(world: LoggedDecisions, estimator: Estimator) {
  return deltaMethod(sumsOf(world, estimator), valueOf(estimator, 'target'));
}

/** Rows of all columns by a new order. */
function reordered(world: LoggedDecisions, order: readonly number[]): LoggedDecisions {
  const pick = (column: Float64Array | null) => column && Float64Array.from(order, (i) => column[i]);
  const { log, target, baseline } = world;
  const policy = (one: typeof target) => ({
    weight: Float64Array.from(order, (i) => one.weight[i]),
    expectedPrediction: pick(one.expectedPrediction),
    facetWeight: pick(one.facetWeight),
  });
  return {
    ...world,
    log: {
      ...log,
      rowCount: order.length,
      cluster: Int32Array.from(order, (i) => log.cluster[i]),
      reward: Float64Array.from(order, (i) => log.reward[i]),
      propensity: Float64Array.from(order, (i) => log.propensity[i]),
      candidateCount: pick(log.candidateCount),
      prediction: pick(log.prediction),
    },
    target: policy(target),
    baseline: policy(baseline),
  };
}

describe.each(ESTIMATORS.map((estimator) => [estimator.name, estimator] as const))('%s', (_, estimator) => {
  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(worlds, (options) => {
        const world = loggedDecisions(options);
        const backwards = Array.from({ length: options.rowCount }, (__, i) => options.rowCount - 1 - i);
        const [one, other] = [estimate(world, estimator), estimate(reordered(world, backwards), estimator)];
        expect(other?.value).toBeCloseTo(one?.value ?? NaN, 12);
        expect(other?.standardError).toBeCloseTo(one?.standardError ?? NaN, 12);
      }),
      { numRuns: 20 },
    );
  });

  it('has the same value for the log and its double', () => {
    const world = loggedDecisions({ seed: 'double', rowCount: 200 });
    const twice = Array.from({ length: 400 }, (__, i) => i % 200);
    expect(estimate(reordered(world, twice), estimator)?.value).toBeCloseTo(
      estimate(world, estimator)?.value ?? NaN,
      12,
    );
  });

  it('has the gradient of its value', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 }),
        (all) => {
          const means = all.slice(0, estimator.terms.length);
          const slopes = estimator.gradient(means);
          means.forEach((__, j) => {
            const moved = (by: number) =>
              estimator.value(means.map((mean, k) => (k === j ? mean + by : mean)));
            expect((moved(1e-6) - moved(-1e-6)) / 2e-6).toBeCloseTo(slopes[j], 4);
          });
        },
      ),
    );
  });

  it('has intervals, of its value and of the difference, that hold it and widen with the radius', () => {
    fc.assert(
      fc.property(worlds, (options) => {
        const sums = sumsOf(loggedDecisions(options), estimator);
        for (const functional of [valueOf(estimator, 'target'), differenceOf(estimator)]) {
          const value = deltaMethod(sums, functional)?.value ?? NaN;
          const ends = [9, 4, 1].map((radius) => likelihoodInterval(sums, functional, radius) ?? [NaN, NaN]);
          const inOrder = [...ends.map(([low]) => low), value, ...ends.map(([, high]) => high).reverse()];
          inOrder.slice(1).forEach((one, i) => expect(one - inOrder[i]).toBeGreaterThan(-1e-6));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is the mean reward for the logging policy itself (by that of chance, where normalised)', () => {
    const world = loggedDecisions({ seed: 'on-policy', rowCount: 4000 });
    const onPolicy = { ...world, target: { ...world.baseline } };
    const { reward, propensity, rowCount } = world.log;
    const mean = reward.reduce((sum, one) => sum + one, 0) / rowCount;
    const chance = reward.reduce((sum, one, i) => sum + one / (4 * propensity[i]), 0) / rowCount;
    const wanted = estimator.name === 'normalised-ips' ? mean / chance : mean;
    const isModelAlone = estimator.name === 'dm';
    expect(Math.abs((estimate(onPolicy, estimator)?.value ?? NaN) - wanted)).toBeLessThan(
      isModelAlone ? 0.08 : 0.04,
    );
  });
});

describe('estimators that are unbiased with true weights', () => {
  const RUN_COUNT = 300;

  it.each(['ips', 'snips', 'dr', 'sndr'] as const)('%s: its mean over many logs is the truth', (name) => {
    const estimator = ESTIMATORS.find((one) => one.name === name) as Estimator;
    const errors = Array.from({ length: RUN_COUNT }, (_, run) => {
      const world = loggedDecisions({ seed: `unbiased/${run}`, rowCount: 400 });
      return (estimate(world, estimator)?.value ?? NaN) - world.targetValue;
    });
    const mean = errors.reduce((sum, error) => sum + error, 0) / RUN_COUNT;
    const deviation = Math.sqrt(errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / RUN_COUNT);
    expect(Math.abs(mean)).toBeLessThan((3.5 * deviation) / Math.sqrt(RUN_COUNT));
  });
});
