import {
  checkDesign,
  minimumDetectableEffect,
  relativeStandardError,
  requiredSampleCount,
} from './paired-power';

// √(2 · .5 · 5 · .2 / 5000) / .2 = √.0002 / .2.
const DESIGN = { actionCount: 5, baseRate: 0.2, disagreement: 0.5, alpha: 0.05 };

describe('paired power', () => {
  it('is 7% at 5,000 decisions among five artworks', () => {
    expect(relativeStandardError(DESIGN, 5000)).toBeCloseTo(Math.sqrt(0.0002) / 0.2, 14);
  });

  it('needs 1.96 + .84 standard errors', () => {
    const ratio = minimumDetectableEffect(DESIGN, 5000) / relativeStandardError(DESIGN, 5000);
    expect(ratio).toBeCloseTo(1.959963984540054 + 0.8416212335729143, 12);
  });

  it('asks for as many decisions as make the smallest lift the one wanted', () => {
    const count = requiredSampleCount(DESIGN, 0.05);
    expect(minimumDetectableEffect(DESIGN, count)).toBeLessThanOrEqual(0.05);
    expect(minimumDetectableEffect(DESIGN, count - 1)).toBeGreaterThan(0.05);
  });

  it.each([
    [{ actionCount: 1 }, 'actions is 1, must be above 1'],
    [{ baseRate: 0 }, 'base rate is 0'],
    [{ disagreement: 1.5 }, 'disagreement is 1.5'],
    [{ alpha: 1 }, 'alpha is 1'],
  ])('refuses %j', (change, message) => {
    expect(() => checkDesign({ ...DESIGN, ...change })).toThrow(message);
  });
});
