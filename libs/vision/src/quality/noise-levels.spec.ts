import { gaussianNoise } from '../test-pictures/gaussian-noise.factory';
import { paintLuma } from '../test-pictures/paint-luma.factory';
import { noiseLevels } from './noise-levels';

describe('noiseLevels', () => {
  it.each([2, 5, 10, 20])('finds noise of σ = %i on a flat ground', (sigma) => {
    const noise = gaussianNoise(`flat/${sigma}`, sigma);
    // The lower quartile of tiles lies .67 standard errors (.03 σ) low; rounding to levels adds 1/12 to the variance.
    expect(noiseLevels(paintLuma(320, 240, () => 128 + noise())) / sigma).toBeCloseTo(0.99, 1);
  });

  it('finds it on a slope with straight edges', () => {
    const noise = gaussianNoise('slope', 8);
    const luma = paintLuma(320, 240, (x, y) => 40 + x / 4 + y / 4 + (x % 80 > 40 ? 50 : 0) + noise());
    expect(noiseLevels(luma) / 8).toBeCloseTo(1, 1);
  });

  it.each([
    ['flat', () => 128],
    ['a slope', (x: number) => x / 2],
    ['a calm sky over texture', (x: number, y: number) => (y > 80 ? 128 + 60 * Math.sin(x * x * y) : 128)],
  ])('finds next to none on %s', (_name, levelAt) => {
    expect(noiseLevels(paintLuma(320, 240, levelAt))).toBeLessThan(0.5);
  });

  it('does not take clipped areas for calm ones', () => {
    const noise = gaussianNoise('clipped', 10);
    const luma = paintLuma(320, 240, (x) => (x < 160 ? 0 : 128 + noise()));
    expect(noiseLevels(luma)).toBeGreaterThan(8);
  });

  it.each([1, 2, 3])('takes a picture of %i px', (size) => {
    expect(noiseLevels(paintLuma(size, size, () => 128))).toBe(0);
  });
});
