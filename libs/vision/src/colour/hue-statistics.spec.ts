import { gaussianNoise } from '../test-pictures/gaussian-noise.factory';
import { paintRgb, type Paint } from '../test-pictures/paint-rgb.factory';
import { hueStatistics } from './hue-statistics';

function statistics(colourAt: Paint) {
  return hueStatistics(paintRgb(100, 100, colourAt));
}

describe('hueStatistics', () => {
  it.each([
    [[255, 0, 0], 0],
    [[255, 255, 0], 60],
    [[0, 200, 0], 120],
    [[0, 150, 150], 180],
    [[0, 0, 90], 240],
    [[255, 0, 128], 329.88],
  ] as const)('finds the hue of %j', (colour, degrees) => {
    const { dominantHueDegrees, saturationFraction } = statistics(() => colour);
    expect(dominantHueDegrees).toBeCloseTo(degrees, 2);
    expect(saturationFraction).toBe(1);
  });

  it('finds red on both sides of 0°', () => {
    const hue = statistics((x) => (x < 50 ? [255, 10, 0] : [255, 0, 10])).dominantHueDegrees;
    expect(Math.min(hue ?? NaN, 360 - (hue ?? NaN))).toBeLessThan(1e-6);
  });

  it('goes by the amount of colour', () => {
    const { dominantHueDegrees } = statistics((x) => (x < 60 ? [110, 110, 140] : [250, 120, 0]));
    expect(dominantHueDegrees).toBeCloseTo(28.8, 1);
  });

  it('finds none in grey, in noise of shadows, and in a speck', () => {
    const noise = gaussianNoise('shadows', 2);
    expect(statistics((x) => [x, x, x])).toEqual({ saturationFraction: 0, dominantHueDegrees: null });
    expect(statistics(() => [noise(), noise(), noise()]).dominantHueDegrees).toBeNull();
    expect(statistics((x, y) => (x + y < 12 ? [255, 0, 0] : [90, 90, 90])).dominantHueDegrees).toBeNull();
  });

  it('weighs saturation by brightness', () => {
    expect(statistics((x) => (x < 50 ? [200, 100, 100] : [0, 0, 0])).saturationFraction).toBe(0.5);
    expect(statistics(() => [0, 0, 0]).saturationFraction).toBe(0);
  });
});
