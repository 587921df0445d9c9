import { toOklab } from '../pixels/oklab';
import { gaussianNoise } from '../test-pictures/gaussian-noise.factory';
import { paintRgb, type Paint } from '../test-pictures/paint-rgb.factory';
import { paletteOf } from './palette';

function palette(colourAt: Paint) {
  return paletteOf(toOklab(paintRgb(100, 60, colourAt)));
}

describe('paletteOf', () => {
  it('has one colour for a flat picture', () => {
    expect(palette(() => [18, 52, 86])).toEqual([{ hex: '#123456', fraction: 1 }]);
  });

  it('has the colours of a flag by their shares', () => {
    const colours = palette((x) => (x < 50 ? [200, 16, 46] : x < 80 ? [255, 255, 255] : [1, 33, 105]));
    expect(colours).toEqual([
      { hex: '#c8102e', fraction: 0.5 },
      { hex: '#ffffff', fraction: 0.3 },
      { hex: '#012169', fraction: 0.2 },
    ]);
  });

  it('sees noise as no colour of its own', () => {
    const noise = gaussianNoise('palette', 3);
    const colours = palette((x) => [(x < 60 ? 200 : 40) + noise(), 90 + noise(), 60 + noise()]);
    expect(colours.map(({ fraction }) => fraction)).toEqual([0.6, 0.4]);
  });

  it('is five colours, largest first, shares summing to 1, for a rainbow', () => {
    const colours = palette((x, y) => [255 * Math.sin(x / 30) ** 2, 255 * Math.cos(x / 25) ** 2, y * 4]);
    expect(colours).toHaveLength(5);
    const shares = colours.map(({ fraction }) => fraction);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('keeps a small strong accent', () => {
    const colours = palette((x, y) =>
      x < 10 && y < 10 ? [255, 0, 0] : [100 + x / 2, 110 + x / 2, 120 + x / 2],
    );
    const accent = colours.find(({ hex }) => hex === '#ff0000');
    expect(accent?.fraction).toBeCloseTo(100 / 6000, 12);
  });
});
