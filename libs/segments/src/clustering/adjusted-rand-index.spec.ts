import { createRandom } from '@keyart/common';
import fc from 'fast-check';
import { adjustedRandIndex } from './adjusted-rand-index';

const of = (...labels: number[]) => Int32Array.from(labels);

describe('adjustedRandIndex', () => {
  it('is that of the contingency table worked by hand', () => {
    // table [[2, 1], [0, 3]]: (4 − 6·7/15)/((6 + 7)/2 − 6·7/15)
    const expected = (4 - 42 / 15) / (6.5 - 42 / 15);
    expect(adjustedRandIndex(of(0, 0, 0, 1, 1, 1), of(0, 0, 1, 1, 1, 1))).toBeCloseTo(expected, 12);
  });

  it('knows the same partition by other labels, and leaves no choice alone', () => {
    expect(adjustedRandIndex(of(0, 0, 1, 2), of(2, 2, 0, 1))).toBe(1);
    expect(adjustedRandIndex(of(0, 0, 0), of(1, 1, 1))).toBe(1);
    expect(adjustedRandIndex(of(), of())).toBe(1);
  });

  it('is about 0 for partitions that have nothing to do with each other', () => {
    const random = createRandom('labels');
    const draw = () => Int32Array.from({ length: 5000 }, () => Math.floor(4 * random.next()));
    expect(Math.abs(adjustedRandIndex(draw(), draw()))).toBeLessThan(0.01);
  });

  it('is symmetric and at most 1', () => {
    const labels = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(labels, (pairs) => {
        const [a, b] = [of(...pairs.map(([x]) => x)), of(...pairs.map(([, y]) => y))];
        const index = adjustedRandIndex(a, b);
        expect(index).toBeLessThanOrEqual(1 + 1e-12);
        expect(adjustedRandIndex(b, a)).toBeCloseTo(index, 12);
      }),
    );
  });
});
