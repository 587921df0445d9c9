import { createRandom } from '@keyart/common';
import { normalQuantile } from '@keyart/evaluation';
import fc from 'fast-check';
import { cusumRunLength, CUSUM_REFERENCE, cusumThreshold } from './cusum-run-length';
import { EWMA_SD, EWMA_WEIGHT, ewmaLimit, ewmaRunLength } from './ewma-run-length';

const RUNS = 1500;

/** Mean and standard error of the length of runs. */
function simulated(step: (z: number, state: Float64Array) => boolean): readonly [number, number] {
  const random = createRandom('run-lengths/1');
  const lengths = Float64Array.from({ length: RUNS }, () => {
    const state = new Float64Array(2);
    let length = 1;
    while (!step(normalQuantile(1 - random.next() * (1 - 1e-12)), state)) length++;
    return length;
  });
  const mean = lengths.reduce((sum, length) => sum + length, 0) / RUNS;
  const variance = lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / (RUNS - 1);
  return [mean, Math.sqrt(variance / RUNS)];
}

describe('cusumRunLength', () => {
  // Lucas and Crosier (1982), table 1, two-sided, k = .5.
  it.each([
    [4, 0, 168],
    [5, 0, 465],
    [4, 1, 8.38],
    [5, 1, 10.4],
    [5, 2, 4.01],
    [5, 3, 2.57],
  ])('agrees with the published table: h = %f, shift %f', (threshold, shift, expected) => {
    expect(Math.abs(cusumRunLength(threshold, shift) / expected - 1)).toBeLessThan(0.006);
  });

  it('agrees with a simulation', () => {
    const [mean, error] = simulated((z, state) => {
      state[0] = Math.max(0, state[0] + z - CUSUM_REFERENCE);
      state[1] = Math.max(0, state[1] - z - CUSUM_REFERENCE);
      return Math.max(...state) > 4;
    });
    expect(Math.abs(mean - cusumRunLength(4))).toBeLessThan(4 * error);
  });

  it('is met by the threshold of a designed run length', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 15, noNaN: true }), (exponent) => {
        const runLength = 10 * Math.exp(exponent * 0.9);
        expect(cusumRunLength(cusumThreshold(runLength)) / runLength).toBeCloseTo(1, 4);
      }),
      { numRuns: 8 },
    );
  });

  it.each([0, NaN, 1e9])('refuses a run length of %f', (runLength) => {
    expect(() => cusumThreshold(runLength)).toThrow(expect.objectContaining({ code: 'BAD_SHIFT_DESIGN' }));
  });

  it.each([0, NaN, 50])('refuses a threshold of %f', (threshold) => {
    expect(() => cusumRunLength(threshold)).toThrow(expect.objectContaining({ code: 'BAD_SHIFT_DESIGN' }));
  });
});

describe('ewmaRunLength', () => {
  it('agrees with a simulation', () => {
    const [mean, error] = simulated((z, state) => {
      state[0] += EWMA_WEIGHT * (z - state[0]);
      return Math.abs(state[0]) > 2.5 * EWMA_SD;
    });
    expect(Math.abs(mean - ewmaRunLength(2.5))).toBeLessThan(4 * error);
  });

  // Lucas and Saccucci (1990), table 3: λ = .2.
  it('agrees with the published table', () => {
    expect(ewmaLimit(500)).toBeCloseTo(2.962, 2);
    expect(ewmaRunLength(2.962, 1)).toBeCloseTo(10.5, 0);
  });

  it('refuses what it is not defined for', () => {
    expect(() => ewmaLimit(3)).toThrow(expect.objectContaining({ code: 'BAD_SHIFT_DESIGN' }));
    expect(() => ewmaRunLength(NaN)).toThrow(expect.objectContaining({ code: 'BAD_SHIFT_DESIGN' }));
  });
});
