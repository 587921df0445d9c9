import { paintRgb } from '../test-pictures/paint-rgb.factory';
import { colourfulness } from './colourfulness';

describe('colourfulness', () => {
  it('is 0 for grey', () => {
    expect(colourfulness(paintRgb(16, 16, (x, y) => [x * y, x * y, x * y]))).toBe(0);
  });

  it('is .3 of the mean opponent colour for a flat picture', () => {
    // rg = 100, yb = 50 − 0
    expect(colourfulness(paintRgb(4, 4, () => [100, 0, 0]))).toBeCloseTo(0.3 * Math.hypot(100, 50), 9);
  });

  it('is the spread of opponent colours where they cancel out', () => {
    // rg = ± 100, yb = 50 throughout
    const pixels = paintRgb(4, 4, (x) => (x < 2 ? [100, 0, 0] : [0, 100, 0]));
    expect(colourfulness(pixels)).toBeCloseTo(100 + 0.3 * 50, 9);
  });
});
