import { paintRgb } from '../test-pictures/paint-rgb.factory';
import { PicturePyramid } from './picture-pyramid';
import { sampleSquare } from './sample-square';
import { uprightView, type SquareView } from './square-view';

const SIZE = 256;
/** Red grows to the right, green downwards. */
const slope = new PicturePyramid(paintRgb(SIZE, SIZE, (x, y) => [x, y, 0]));

function sampled(view: SquareView, sizePx: number, order: 'rows' | 'columns' = 'rows') {
  const data = new Float32Array(3 * sizePx * sizePx);
  sampleSquare(slope, view, { data, offset: 0, sizePx, order });
  const level = (i: number) => (data[i] + 1) * 127.5;
  return { at: (x: number, y: number) => [0, 1].map((c) => level(3 * (y * sizePx + x) + c)), data };
}

describe('sampleSquare', () => {
  it.each([8, 64, 256])('shows the picture in %d samples a side', (sizePx) => {
    const { at } = sampled(uprightView(128, 128, SIZE), sizePx);
    const step = SIZE / sizePx;
    for (const [x, y] of [
      [1, 1],
      [sizePx - 2, 1],
      [2, sizePx - 2],
    ]) {
      const [red, green] = at(x, y);
      expect(Math.abs(red - ((x + 0.5) * step - 0.5))).toBeLessThan(1.5);
      expect(Math.abs(green - ((y + 0.5) * step - 0.5))).toBeLessThan(1.5);
    }
  });

  it('turns: what lies along the square is upright', () => {
    const turned = sampled({ ...uprightView(128, 128, 64), angleRadians: Math.PI / 2 }, 64);
    const [redLeft, greenLeft] = turned.at(0, 31);
    const [redRight, greenRight] = turned.at(63, 31);
    expect(greenRight - greenLeft).toBeCloseTo(63, 0);
    expect(redRight - redLeft).toBeCloseTo(0, 0);
  });

  it('writes columns where asked', () => {
    const view = uprightView(100, 80, 32);
    const rows = sampled(view, 16);
    const columns = sampled(view, 16, 'columns');
    expect(columns.at(3, 9)).toEqual(rows.at(9, 3));
  });

  it('is mid grey beyond the picture', () => {
    const { data } = sampled(uprightView(-300, 128, 100), 8);
    expect(new Set(data)).toEqual(new Set([0]));
  });
});
