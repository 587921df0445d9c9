import { createRandom } from '@keyart/common';
import { deltaMethod } from '../estimate/delta-method';
import { valueOf } from '../estimate/functional';
import { sumByCluster, type LogSums } from '../estimate/log-sums';
import { meanOf } from '../estimators/mean-of';
import { WEIGHT } from '../estimators/terms';
import { meanWeightZ } from './mean-weight';

const ROW_COUNT = 5000;

function sumsOf(weights: readonly number[]): LogSums {
  const rowCount = weights.length;
  const log = {
    ...{ rowCount, clusterCount: rowCount, candidateCount: null, prediction: null },
    cluster: Int32Array.from({ length: rowCount }, (_, i) => i),
    ...{ reward: new Float64Array(rowCount), propensity: new Float64Array(rowCount).fill(0.5) },
  };
  const target = { weight: Float64Array.from(weights), expectedPrediction: null, facetWeight: null };
  return sumByCluster(log, { policies: { target }, terms: [WEIGHT] }, new Uint32Array(rowCount));
}

/** Two actions, one hardly ever logged and loved by the target; how often it came up is given. */
const RARE = { propensity: 0.0025, probability: 0.5 };
const HEAVY = RARE.probability / RARE.propensity;
const LIGHT = (1 - RARE.probability) / (1 - RARE.propensity);
const VARIANCE = RARE.probability * HEAVY + (1 - RARE.probability) * LIGHT - 1;
const TAIL = { maxWeight: HEAVY, paretoK: null, possibleWeight: HEAVY };
const EXPECTED = { mean: 1, standardError: Math.sqrt(VARIANCE / ROW_COUNT) };

function rareShown(times: number): LogSums {
  return sumsOf(Array.from({ length: ROW_COUNT }, (_, i) => (i < times ? HEAVY : LIGHT)));
}

function sampleZ(sums: LogSums): number {
  const { value, standardError } = deltaMethod(sums, valueOf(meanOf('ips', [WEIGHT]), 'target')) ?? {};
  return ((value ?? NaN) - 1) / (standardError ?? NaN);
}

describe('meanWeightZ', () => {
  it('takes the true error where the sample’s is too small, since heavy rows were not drawn', () => {
    // 12.5 were to come; 4 or fewer do in 5 of 1,000 logs.
    const sums = rareShown(4);
    const z = meanWeightZ(sums, { role: 'target', expected: EXPECTED, tail: TAIL }) ?? NaN;
    expect(sampleZ(sums)).toBeLessThan(-4);
    expect(z).toBeCloseTo(
      (4 * HEAVY + (ROW_COUNT - 4) * LIGHT - ROW_COUNT) / ROW_COUNT / EXPECTED.standardError,
    );
    expect(z).toBeGreaterThan(-3);
  });

  it('takes the sample’s where heavy rows came up more often', () => {
    const sums = rareShown(20);
    const z = meanWeightZ(sums, { role: 'target', expected: EXPECTED, tail: TAIL });
    expect(z).toBeCloseTo(sampleZ(sums), 12);
  });

  it('thinks of a heavy row that was not drawn where candidates are not known', () => {
    const z = (times: number) =>
      meanWeightZ(rareShown(times), { role: 'target', expected: null, tail: TAIL }) ?? NaN;
    expect(z(4)).toBeGreaterThan(-3);
    expect(z(12)).toBeLessThan(0);
    expect(z(12)).toBeGreaterThan(-0.5);
    expect(z(60)).toBeGreaterThan(3);
  });

  it('thinks of heavier rows than any that were drawn where the tail is heavy', () => {
    const z = (paretoK: number) =>
      meanWeightZ(sumsOf(new Array(ROW_COUNT).fill(0).map((_, i) => 0.85 + (i % 3) / 100)), {
        ...{ role: 'target', expected: null },
        tail: { maxWeight: 0.87, paretoK, possibleWeight: 1000 },
      }) ?? NaN;
    expect(z(0.3)).toBeLessThan(-3);
    expect(z(0.8)).toBeGreaterThan(-3);
  });

  it.each([0.5, 1.2])('finds propensities that are %f of the true ones, whatever is known', (factor) => {
    const random = createRandom('factor');
    const weights = Array.from({ length: ROW_COUNT }, () => (random.next() < 0.2 ? 4.75 : 0.0625) / factor);
    const tail = { maxWeight: 4.75 / factor, paretoK: null, possibleWeight: 4.75 / factor };
    const facts = { role: 'target', tail } as const;
    const expected = { mean: 1, standardError: Math.sqrt(3.6 / ROW_COUNT) };
    for (const known of [expected, null])
      expect(Math.abs(meanWeightZ(sumsOf(weights), { ...facts, expected: known }) ?? 0)).toBeGreaterThan(3);
  });

  it('compares with what the log could show', () => {
    const sums = sumsOf(Array.from({ length: ROW_COUNT }, (_, i) => (i % 5 === 0 ? 4 : 0)));
    const expected = { mean: 0.8, standardError: Math.sqrt(2.56 / ROW_COUNT) };
    expect(meanWeightZ(sums, { role: 'target', expected, tail: { ...TAIL, maxWeight: 4 } })).toBeCloseTo(
      0,
      9,
    );
  });

  it('says nothing where nothing varies', () => {
    const sums = sumsOf(new Array(50).fill(1));
    expect(meanWeightZ(sums, { role: 'target', expected: null, tail: TAIL })).toBeNull();
  });
});
