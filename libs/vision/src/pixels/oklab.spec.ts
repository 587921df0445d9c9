import * as fc from 'fast-check';
import { paintRgb } from '../test-pictures/paint-rgb.factory';
import { oklabToHex, squaredDistance, toOklab, type Oklab } from './oklab';

function oklabOf(red: number, green: number, blue: number): Oklab {
  const { lightness, greenRed, blueYellow } = toOklab(paintRgb(1, 1, () => [red, green, blue]));
  return { lightness: lightness[0], greenRed: greenRed[0], blueYellow: blueYellow[0] };
}

describe('OKLab', () => {
  // Published in Ottosson's article and CSS Color 4.
  it.each([
    [
      [255, 255, 255],
      [1, 0, 0],
    ],
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
    [
      [255, 0, 0],
      [0.628, 0.2249, 0.1258],
    ],
    [
      [0, 255, 0],
      [0.8664, -0.2339, 0.1795],
    ],
    [
      [0, 0, 255],
      [0.452, -0.0325, -0.3115],
    ],
  ])('of %j is %j', ([red, green, blue], [lightness, greenRed, blueYellow]) => {
    const colour = oklabOf(red, green, blue);
    expect(Math.sqrt(squaredDistance(colour, { lightness, greenRed, blueYellow }))).toBeLessThan(2e-3);
  });

  it('comes back as the colour it was', () => {
    const level = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(level, level, level, (red, green, blue) => {
        const wanted = [red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('');
        expect(oklabToHex(oklabOf(red, green, blue))).toBe(`#${wanted}`);
      }),
    );
  });
});
