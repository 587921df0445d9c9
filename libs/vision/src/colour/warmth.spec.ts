import { toOklab } from '../pixels/oklab';
import { paintRgb, type Paint } from '../test-pictures/paint-rgb.factory';
import { warmth } from './warmth';

function warmthOf(colourAt: Paint): number {
  return warmth(toOklab(paintRgb(8, 8, colourAt)));
}

describe('warmth', () => {
  it.each([
    ['orange', [255, 140, 0], [0.95, 1]],
    ['red', [255, 0, 0], [0.6, 0.9]],
    ['yellow', [255, 255, 0], [0.6, 0.9]],
    ['skin', [224, 172, 138], [0.3, 0.7]],
    ['grey', [128, 128, 128], [-1e-3, 1e-3]],
    ['blue', [0, 0, 255], [-1, -0.9]],
    ['a blue sky', [135, 206, 235], [-0.7, -0.3]],
  ] as const)('of %s', (_name, colour, [least, most]) => {
    expect(warmthOf(() => colour)).toBeGreaterThanOrEqual(least);
    expect(warmthOf(() => colour)).toBeLessThanOrEqual(most);
  });

  it('is the mean of its parts', () => {
    const both = warmthOf((x) => (x < 4 ? [255, 140, 0] : [0, 0, 255]));
    expect(both).toBeCloseTo((warmthOf(() => [255, 140, 0]) + warmthOf(() => [0, 0, 255])) / 2, 6);
  });
});
