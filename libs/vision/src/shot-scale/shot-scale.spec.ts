import { shotScaleOf } from './shot-scale';

describe('shotScaleOf', () => {
  it.each([
    [0, 'no-person'],
    [0.06, 'wide'],
    [0.1, 'wide'],
    [0.15, 'medium'],
    [0.25, 'medium'],
    [0.35, 'close-up'],
    [1, 'close-up'],
  ] as const)('takes a tallest face of %d as %s', (tallestFraction, wanted) => {
    expect(shotScaleOf({ faces: [], areaFraction: 0, tallestFraction })).toBe(wanted);
  });
});
