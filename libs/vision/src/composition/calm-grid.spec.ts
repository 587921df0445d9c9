import { toOklab } from '../pixels/oklab';
import { gaussianNoise } from '../test-pictures/gaussian-noise.factory';
import { paintRgb, type Paint } from '../test-pictures/paint-rgb.factory';
import { calmGrid } from './calm-grid';
import { saliencyMap } from './saliency-map';

function calmFraction(colourAt: Paint, [widthPx, heightPx] = [128, 72]): number {
  const pixels = toOklab(paintRgb(widthPx, heightPx, colourAt));
  const { cells, columnCount, rowCount } = calmGrid(pixels, saliencyMap(pixels));
  expect(cells).toHaveLength(columnCount * rowCount);
  return cells.reduce((sum, cell) => sum + cell, 0) / cells.length;
}

const noise = gaussianNoise('calm', 1);

describe('calmGrid', () => {
  it.each([
    ['a flat picture', () => [120, 130, 140]],
    ['soft light', (x, y) => [60 + x / 4, 70 + x / 4, 80 + y / 2]],
    ['fine grain', () => [120 + noise(), 120 + noise(), 120 + noise()]],
  ] satisfies [string, Paint][])('calls all of %s calm', (_name, colourAt) => {
    expect(calmFraction(colourAt)).toBe(1);
  });

  it('calls none of a texture calm', () => {
    expect(calmFraction((x, y) => ((x + y) % 2 ? [80, 80, 80] : [140, 140, 140]))).toBe(0);
  });

  it('calls the ground calm, not a thing on it', () => {
    const isDisc = (x: number, y: number) => Math.hypot(x - 40, y - 36) < 16;
    const fraction = calmFraction((x, y) => (isDisc(x, y) ? [250, 250, 240] : [40, 60, 90]));
    const discFraction = (Math.PI * 16 ** 2) / (128 * 72);
    expect(fraction).toBeLessThan(1 - discFraction);
    expect(fraction).toBeGreaterThan(0.95 - 1.5 * discFraction);
  });

  it.each([
    [1, 1],
    [3, 128],
  ])('takes %i × %i pixels', (widthPx, heightPx) => {
    expect(calmFraction(() => [9, 9, 9], [widthPx, heightPx])).toBe(1);
  });
});
