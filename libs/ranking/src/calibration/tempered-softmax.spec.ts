import { temperedSoftmax } from './tempered-softmax';

describe('temperedSoftmax', () => {
  it('is the softmax at T = 1 and flatter above', () => {
    expect(temperedSoftmax([0, Math.log(3)], 1)[1]).toBeCloseTo(3 / 4, 14);
    expect(temperedSoftmax([0, Math.log(9)], 2)[1]).toBeCloseTo(3 / 4, 14);
  });

  it('neither overflows nor underflows to NaN', () => {
    expect(temperedSoftmax([1e308, -1e308], 1e-6)).toEqual([1, 0]);
    expect(temperedSoftmax([-1e308, -1e308], 1)).toEqual([0.5, 0.5]);
  });
});
