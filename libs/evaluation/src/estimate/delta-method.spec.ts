import { IPS } from '../estimators/ips.estimator';
import { SNIPS } from '../estimators/snips.estimator';
import type { Estimator } from '../estimators/estimator';
import { deltaMethod } from './delta-method';
import { valueOf } from './functional';
import { sumByCluster } from './log-sums';

/** Four rows with weights and rewards that add up by hand. */
function estimate(estimator: Estimator, cluster: number[], clusterCount: number) {
  const log = {
    ...{
      rowCount: 4,
      cluster: Int32Array.from(cluster),
      clusterCount,
      candidateCount: null,
      prediction: null,
    },
    reward: Float64Array.of(1, 1, 0, 1),
    propensity: Float64Array.of(0.5, 0.5, 0.5, 0.5),
  };
  const target = { weight: Float64Array.of(2, 0, 1, 1), expectedPrediction: null, facetWeight: null };
  const sums = sumByCluster(
    log,
    { policies: { target }, terms: estimator.terms },
    new Uint32Array(clusterCount),
  );
  return deltaMethod(sums, valueOf(estimator, 'target'));
}

describe('deltaMethod', () => {
  it('of IPS is the standard error of a mean', () => {
    // w r = 2, 0, 0, 1: mean .75, sample variance 2.75 / 3.
    const point = estimate(IPS, [0, 1, 2, 3], 4);
    expect(point?.value).toBe(0.75);
    expect(point?.standardError).toBeCloseTo(Math.sqrt(2.75 / 3 / 4), 12);
  });

  it('of SNIPS linearises numerator and denominator', () => {
    // w (r − .75) = .5, 0, −.75, .25: sum of squares .875.
    const point = estimate(SNIPS, [0, 1, 2, 3], 4);
    expect(point?.value).toBe(0.75);
    expect(point?.standardError).toBeCloseTo(Math.sqrt((0.875 * 4) / 3) / 4, 12);
  });

  it('adds up what belongs to one member before squaring', () => {
    // Members' sums of w (r − .75): .5 and −.5.
    const point = estimate(SNIPS, [0, 0, 1, 1], 2);
    expect(point?.standardError).toBeCloseTo(Math.sqrt(0.5 * 2) / 4, 12);
    expect(point?.degreesOfFreedom).toBe(1);
  });

  it('has no error with a single member, and no value without weight', () => {
    expect(estimate(SNIPS, [0, 0, 0, 0], 1)).toMatchObject({ value: 0.75, standardError: null });
  });
});
