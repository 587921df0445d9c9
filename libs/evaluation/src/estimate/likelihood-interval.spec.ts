import { createRandom } from '@keyart/common';
import { IPS } from '../estimators/ips.estimator';
import { SNIPS } from '../estimators/snips.estimator';
import { summedTerms } from '../estimators/estimator';
import { deltaMethod } from './delta-method';
import { valueOf } from './functional';
import { likelihoodInterval } from './likelihood-interval';
import { sumByCluster, termKey, type LogSums } from './log-sums';

const RADIUS = 3.841458820694124;

/** Sums of rows, every row a member unless rows of one follow each other. */
function sumsOf(weight: readonly number[], reward: readonly number[], rowsPerMember = 1): LogSums {
  const rowCount = weight.length;
  const clusterCount = rowCount / rowsPerMember;
  const log = {
    ...{ rowCount, clusterCount, candidateCount: null, prediction: null },
    cluster: Int32Array.from({ length: rowCount }, (_, i) => Math.floor(i / rowsPerMember)),
    reward: Float64Array.from(reward),
    propensity: Float64Array.from(weight, () => 0.5),
  };
  const target = { weight: Float64Array.from(weight), expectedPrediction: null, facetWeight: null };
  const terms = summedTerms([IPS, SNIPS]);
  return sumByCluster(log, { policies: { target }, terms }, new Uint32Array(clusterCount));
}

function hits(count: number, total: number): LogSums {
  const reward = Array.from({ length: total }, (_, i) => Number(i < count));
  return sumsOf(new Array(total).fill(1), reward);
}

/** Heavy and light rows; rewards are 0 or 1. */
function heavyRows(rowCount: number): { weight: number[]; reward: number[] } {
  const random = createRandom('heavy');
  const weight = Array.from({ length: rowCount }, () => (random.next() < 0.02 ? 25 : 0.5));
  return { weight, reward: weight.map((one) => Number(random.next() < (one > 1 ? 0.8 : 0.3))) };
}

/** Where the binomial likelihood has fallen by the radius, by halving. */
function binomialEnd(count: number, total: number, from: number): number {
  const share = count / total;
  const fall = (p: number): number =>
    2 * (count * Math.log(share / p) + (total - count) * Math.log((1 - share) / (1 - p)));
  let [inside, outside] = [share, from];
  for (let i = 0; i < 60; i++) {
    const middle = (inside + outside) / 2;
    if (fall(middle) < RADIUS) inside = middle;
    else outside = middle;
  }
  return inside;
}

describe('likelihoodInterval', () => {
  it.each([
    [3, 10],
    [81, 263],
    [1, 40],
  ])('of %i hits among %i is that of the binomial likelihood ratio', (count, total) => {
    const interval = likelihoodInterval(hits(count, total), valueOf(IPS, 'target'), RADIUS);
    expect(interval?.[0]).toBeCloseTo(binomialEnd(count, total, 0), 6);
    expect(interval?.[1]).toBeCloseTo(binomialEnd(count, total, 1), 6);
  });

  it('reckons with rewards that did not occur: n of n hits may be exp(−radius / 2 n)', () => {
    const key = termKey('target', IPS.terms[0]);
    const extremes = { count: 2, sums: new Map([[key, Float64Array.of(0, 1)]]) };
    const sums = { ...hits(7, 7), extremes };
    const interval = likelihoodInterval(sums, valueOf(IPS, 'target'), RADIUS);
    expect(interval?.[0]).toBeCloseTo(Math.exp(-RADIUS / 14), 9);
    expect(interval?.[1]).toBeCloseTo(1, 12);
  });

  it('is ± 1.96 standard errors for many light rows', () => {
    const random = createRandom('light');
    const weight = Array.from({ length: 20_000 }, () => 0.5 + random.next());
    const sums = sumsOf(
      weight,
      weight.map(() => Number(random.next() < 0.4)),
      2,
    );
    const point = deltaMethod(sums, valueOf(SNIPS, 'target'));
    const error = point?.standardError ?? NaN;
    const interval = likelihoodInterval(sums, valueOf(SNIPS, 'target'), RADIUS) ?? [NaN, NaN];
    expect((interval[1] - interval[0]) / (2 * Math.sqrt(RADIUS) * error)).toBeCloseTo(1, 3);
    expect(Math.abs((interval[0] + interval[1]) / 2 - (point?.value ?? NaN))).toBeLessThan(0.02 * error);
  });

  it('holds the estimate, lies between the rewards and leans to where heavy rows are missing', () => {
    const { weight, reward } = heavyRows(300);
    const sums = sumsOf(weight, reward);
    const value = deltaMethod(sums, valueOf(SNIPS, 'target'))?.value ?? NaN;
    const [low, high] = likelihoodInterval(sums, valueOf(SNIPS, 'target'), 40) ?? [NaN, NaN];
    expect(low).toBeGreaterThan(0);
    expect(high).toBeLessThan(1);
    expect(value - low).toBeGreaterThan(0);
    // Rewards of the few heavy rows are mostly 1: more zeros could have been seen, hardly more ones.
    expect(value - low).toBeGreaterThan(high - value);
  });

  it('moves with rewards, and SNIPS does not mind a factor in all weights', () => {
    const { weight, reward } = heavyRows(200);
    const of = (w: readonly number[], r: readonly number[]) =>
      likelihoodInterval(sumsOf(w, r), valueOf(SNIPS, 'target'), RADIUS) ?? [NaN, NaN];
    const interval = of(weight, reward);
    const scaled = of(
      weight.map((one) => 3 * one),
      reward,
    );
    const moved = of(
      weight,
      reward.map((one) => one + 2),
    );
    for (const side of [0, 1]) {
      expect(scaled[side]).toBeCloseTo(interval[side], 7);
      expect(moved[side]).toBeCloseTo(interval[side] + 2, 7);
    }
  });

  it('is a point where nothing varies', () => {
    const sums = sumsOf([1, 1, 1], [0.7, 0.7, 0.7]);
    const interval = likelihoodInterval(sums, valueOf(IPS, 'target'), RADIUS);
    for (const end of interval ?? [NaN]) expect(end).toBeCloseTo(0.7, 12);
  });
});
