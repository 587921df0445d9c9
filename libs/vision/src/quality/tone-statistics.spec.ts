import { paintLuma } from '../test-pictures/paint-luma.factory';
import { toneStatistics } from './tone-statistics';

describe('toneStatistics', () => {
  it('of half black, half white', () => {
    expect(toneStatistics(paintLuma(10, 10, (x) => (x < 5 ? 0 : 255)))).toEqual({
      exposureFraction: 0.5,
      darkFraction: 0.5,
      brightFraction: 0.5,
      contrastFraction: 1,
    });
  });

  it('of a flat grey', () => {
    expect(toneStatistics(paintLuma(10, 10, () => 51))).toEqual({
      exposureFraction: 0.2,
      darkFraction: 0,
      brightFraction: 0,
      contrastFraction: 0,
    });
  });

  it('of all levels once', () => {
    const tones = toneStatistics(paintLuma(256, 1, (x) => x));
    expect(tones.exposureFraction).toBeCloseTo(0.5, 12);
    expect(tones.darkFraction).toBe(26 / 256);
    expect(tones.brightFraction).toBe(26 / 256);
    expect(tones.contrastFraction).toBeCloseTo(2 / Math.sqrt(12), 2);
  });
});
