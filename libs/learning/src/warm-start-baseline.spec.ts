import { FEATURE_VERSION, LinearPredictor } from '@keyart/features';
import { artworkOf, tasteOf } from './simulated-log.factory';
import { warmStartBaseline } from './warm-start-baseline';

const predictor = new LinearPredictor(warmStartBaseline());
const romance = artworkOf('t', 1, 'romance');
const action = artworkOf('t', 2, 'action');

describe('warmStartBaseline', () => {
  it('is the same model every time, of this feature version', () => {
    expect(warmStartBaseline()).toEqual(warmStartBaseline());
    expect(warmStartBaseline().featureVersion).toBe(FEATURE_VERSION);
  });

  it('prefers the picture that meets the taste and marks down what is disliked', () => {
    const taste = tasteOf('r', { romance: 0.6, action: -0.4 });
    const neutral = predictor.predict(tasteOf('n', {}), action);
    expect(predictor.predict(taste, romance)).toBeGreaterThan(neutral);
    expect(predictor.predict(taste, action)).toBeLessThan(neutral);
  });

  it('follows the editor for a viewer nothing is known about', () => {
    const editorial = artworkOf('t', 0, 'star');
    const neutral = tasteOf('n', {});
    expect(predictor.predict(neutral, editorial)).toBeGreaterThan(predictor.predict(neutral, romance));
  });

  it('stays on the reward scale for ordinary tastes', () => {
    for (const leaning of [-0.6, 0, 0.6]) {
      const score = predictor.predict(tasteOf('x', { romance: leaning }), romance);
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThan(0.3);
    }
  });
});
