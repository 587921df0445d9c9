import { textBoxes } from './text-boxes';
import type { TextMap } from './text-map';

type Rectangle = readonly [left: number, top: number, width: number, height: number];

/** A map of 200 × 100 with a rectangle of a probability. */
function mapWith([left, top, width, height]: Rectangle, probability = 0.9): TextMap {
  const probabilities = new Float32Array(200 * 100);
  for (let y = top; y < top + height; y++) {
    probabilities.fill(probability, y * 200 + left, y * 200 + left + width);
  }
  return { widthPx: 200, heightPx: 100, probabilities };
}

describe('textBoxes', () => {
  it('finds a line, grown to its letters', () => {
    const [line, ...more] = textBoxes(mapWith([50, 40, 60, 10]));
    expect(line.left).toBeCloseTo(50 - 900 / 140);
    expect(line.bottom).toBeCloseTo(50 + 900 / 140);
    expect(more).toEqual([]);
  });

  it('stays inside the picture', () => {
    expect(textBoxes(mapWith([0, 0, 200, 100]))).toMatchObject([
      { left: 0, top: 0, right: 200, bottom: 100 },
    ]);
  });

  it('finds nothing in specks and faint places', () => {
    expect(textBoxes(mapWith([50, 40, 60, 2]))).toEqual([]);
    expect(textBoxes(mapWith([50, 40, 60, 10], 0.5))).toEqual([]);
    expect(textBoxes(mapWith([0, 0, 0, 0]))).toEqual([]);
  });
});
