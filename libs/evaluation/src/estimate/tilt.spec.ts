import fc from 'fast-check';
import { tiltOf } from './tilt';

const scoresOf = fc
  .array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 3, maxLength: 60 })
  .filter((scores) => new Set(scores.map((score) => score.toFixed(3))).size > 2)
  .map((scores) => Float64Array.from(scores));
const NOBODY = new Float64Array(0);

function distanceOf(weights: Float64Array): number {
  return -2 * weights.reduce((sum, weight) => sum + Math.log(weight * weights.length), 0);
}

function meanOf(scores: Float64Array, weights: Float64Array): number {
  return scores.reduce((sum, score, u) => sum + weights[u] * score, 0);
}

describe('tiltOf', () => {
  it('goes as far as it may, in weights that sum to 1', () => {
    fc.assert(
      fc.property(scoresOf, fc.double({ min: 0.5, max: 9, noNaN: true }), (scores, radius) => {
        const { weights } = tiltOf(scores, { unseenScores: NOBODY, radius, start: 0 });
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        expect(distanceOf(weights)).toBeCloseTo(radius, 4);
      }),
    );
  });

  it('finds no larger mean by exponential weights of the same distance', () => {
    fc.assert(
      fc.property(scoresOf, (scores) => {
        const own = tiltOf(scores, { unseenScores: NOBODY, radius: 4, start: 0 }).weights;
        const spread = Math.max(...scores) - Math.min(...scores);
        for (const rate of [0.01, 0.1, 0.3, 1, 3]) {
          const odds = scores.map((score) => Math.exp((rate * score) / spread));
          const weights = odds.map((one) => one / odds.reduce((sum, other) => sum + other, 0));
          if (distanceOf(weights) > 4) continue;
          expect(meanOf(scores, own)).toBeGreaterThanOrEqual(meanOf(scores, weights) - 1e-9 * spread);
        }
      }),
    );
  });

  it('gives weight to what was not seen where its score is above all that were', () => {
    const scores = Float64Array.of(0, 0, 0, 0);
    const options = { unseenScores: Float64Array.of(-1, 5), radius: 4, start: 0 };
    expect(tiltOf(Float64Array.from([...scores, 1]), options).unseenPlace).toBe(1);
    const { weights, unseenWeight } = tiltOf(Float64Array.of(1, 2, 3, 4), {
      ...options,
      unseenScores: Float64Array.of(40),
    });
    expect(unseenWeight).toBeGreaterThan(0);
    expect(weights.reduce((sum, weight) => sum + weight, unseenWeight)).toBeCloseTo(1, 12);
    expect(distanceOf(weights)).toBeCloseTo(4, 9);
  });

  it('leaves members alone that are all alike', () => {
    const { weights } = tiltOf(new Float64Array(4), { unseenScores: NOBODY, radius: 4, start: 0 });
    expect([...weights]).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});
