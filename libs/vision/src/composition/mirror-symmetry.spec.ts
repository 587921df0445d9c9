import { toOklab } from '../pixels/oklab';
import { gaussianNoise } from '../test-pictures/gaussian-noise.factory';
import { paintRgb } from '../test-pictures/paint-rgb.factory';
import { mirrorSymmetry } from './mirror-symmetry';

function symmetryOf(widthPx: number, levelAt: (x: number, y: number) => number): number {
  return mirrorSymmetry(
    toOklab(
      paintRgb(widthPx, 60, (x, y) => {
        const level = levelAt(x, y);
        return [level, level, level];
      }),
    ),
  );
}

describe('mirrorSymmetry', () => {
  it.each([100, 101])('is 1 for a mirrored picture of %i px', (widthPx) => {
    const half = (x: number) => Math.min(x, widthPx - 1 - x);
    expect(symmetryOf(widthPx, (x, y) => 40 + half(x) + ((half(x) * y) % 70))).toBeCloseTo(1, 9);
  });

  it('is 1 for a flat picture and for a vertical slope', () => {
    expect(symmetryOf(100, () => 77)).toBe(1);
    expect(symmetryOf(100, (_, y) => 2 * y)).toBeCloseTo(1, 9);
  });

  it('is 0 where light lies on one side', () => {
    expect(symmetryOf(100, (x) => 2 * x)).toBe(0);
  });

  it('is near 0 for noise: 6,000 pixels correlate within .06', () => {
    const noise = gaussianNoise('symmetry', 30);
    expect(symmetryOf(100, () => 128 + noise())).toBeLessThan(0.06);
  });
});
