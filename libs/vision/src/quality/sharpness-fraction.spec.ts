import { gaussianNoise } from '../test-pictures/gaussian-noise.factory';
import { paintLuma } from '../test-pictures/paint-luma.factory';
import { sharpnessFraction } from './sharpness-fraction';

/** Rises like the integral of a Gaussian of standard deviation `sigma` (logistic, within .01). */
function edge(distance: number, sigma: number): number {
  return 1 / (1 + Math.exp((-1.702 * distance) / sigma));
}

function stripes(sigma: number, contrast: number) {
  return paintLuma(320, 240, (x) => 128 + contrast * (edge((x % 80) - 40, sigma) - 0.5));
}

describe('sharpnessFraction', () => {
  it('is 1 for hard edges of any height', () => {
    for (const contrast of [20, 200]) {
      expect(sharpnessFraction(stripes(1e-3, contrast), 0)).toBeCloseTo(1, 6);
    }
  });

  it.each([2, 3, 4])('is a half of 1 / (2σ²) for edges blurred by σ = %i', (sigma) => {
    const luma = paintLuma(320, 240, (x) => 28 + 200 * edge(x - 160, sigma));
    const wanted = 1 / (4 * sigma ** 2);
    expect(sharpnessFraction(luma, 0) / wanted).toBeGreaterThan(0.75);
    expect(sharpnessFraction(luma, 0) / wanted).toBeLessThan(1.35);
  });

  it('falls with every step of blur', () => {
    const ladder = [0.5, 1, 2, 4, 8].map((sigma) =>
      sharpnessFraction(
        paintLuma(320, 240, (x) => 28 + 200 * edge(x - 160, sigma)),
        0,
      ),
    );
    expect(ladder).toEqual([...ladder].sort((a, b) => b - a));
    expect(new Set(ladder).size).toBe(5);
  });

  it('is not raised by noise', () => {
    const noise = gaussianNoise('sharpness', 6);
    const luma = paintLuma(320, 240, (x) => 28 + 200 * edge(x - 160, 4) + noise());
    expect(sharpnessFraction(luma, 0)).toBeGreaterThan(0.3);
    expect(sharpnessFraction(luma, 6)).toBeLessThan(0.1);
  });

  it('looks at the sharpest parts', () => {
    const luma = paintLuma(640, 480, (x, y) =>
      x < 100 && y < 100 && x % 8 < 4 ? 200 : 100 + 40 * Math.sin(x / 60),
    );
    expect(sharpnessFraction(luma, 0)).toBeGreaterThan(0.9);
  });

  it.each([1, 2, 3, 100])('is 0 for a flat picture of %i px', (size) => {
    expect(
      sharpnessFraction(
        paintLuma(size, size, () => 128),
        0,
      ),
    ).toBe(0);
  });
});
