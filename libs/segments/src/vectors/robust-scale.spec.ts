import { createRandom } from '@keyart/common';
import { normal } from '../simulation/normal';
import { robustScale } from './robust-scale';

describe('robustScale', () => {
  const random = createRandom('scale');
  const values = Array.from({ length: 5000 }, () => 2 + 3 * normal(random));

  it('is about mean and standard deviation of normal values', () => {
    const { middle, spread } = robustScale(values);
    expect(Math.abs(middle - 2)).toBeLessThan(0.2);
    expect(Math.abs(spread - 3)).toBeLessThan(0.15);
  });

  it('does not care for a few values far out, and sees a tenth of them', () => {
    const { middle, spread } = robustScale(values);
    const odd = robustScale(values.map((value, i) => (i % 200 === 0 ? 1e9 : value)));
    expect(Math.abs(odd.middle - middle)).toBeLessThan(0.1);
    expect(Math.abs(odd.spread - spread)).toBeLessThan(0.15);
    const segment = robustScale(values.map((value, i) => (i % 10 === 0 ? 30 : value)));
    expect(segment.spread).toBeGreaterThan(2 * spread);
  });

  it('has no spread where all are the same', () => {
    expect(robustScale([0.7, 0.7, 0.7])).toEqual({ middle: expect.closeTo(0.7, 12), spread: 0 });
    expect(robustScale([5])).toEqual({ middle: 5, spread: 0 });
  });
});
