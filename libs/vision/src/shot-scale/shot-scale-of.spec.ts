import { facesOf } from '../picture-features.factory';
import { shotScaleOf } from './shot-scale-of';

describe('shotScaleOf', () => {
  it.each([
    ['no-person', []],
    ['wide', [0.06]],
    ['medium', [0.11]],
    ['medium', [0.29]],
    ['close-up', [0.3]],
    ['close-up', [0.05, 0.6]],
  ] as const)('is %s for faces %j of the height', (scale, heights) => {
    expect(shotScaleOf(facesOf(...heights))).toBe(scale);
  });
});
