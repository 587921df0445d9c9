import { floatTensor } from '../onnx/onnx-feeds';
import { decodeBlazeFace } from './decode-blaze-face';
import { uprightView } from './square-view';

/** All anchors say no but one. */
function outputsWith(anchor: { layer: 0 | 1; index: number; numbers: readonly number[] }) {
  const counts = [512, 384];
  const logits = counts.map((count) => new Float32Array(count).fill(-20));
  const boxes = counts.map((count) => new Float32Array(count * 16));
  logits[anchor.layer][anchor.index] = 2;
  boxes[anchor.layer].set(anchor.numbers, anchor.index * 16);
  return {
    'Identity:0': floatTensor(logits[0], [1, 512, 1]),
    'Identity_1:0': floatTensor(logits[1], [1, 384, 1]),
    'Identity_2:0': floatTensor(boxes[0], [1, 512, 16]),
    'Identity_3:0': floatTensor(boxes[1], [1, 384, 16]),
  };
}

describe('decodeBlazeFace', () => {
  const options = { view: uprightView(100, 200, 512), leastScore: 0.5 };

  it('places a fine anchor: cell 5 of row 3, second of two', () => {
    const index = (3 * 16 + 5) * 2 + 1;
    const numbers = [4, -8, 64, 32, -10, 0, 10, 5];
    const [found, ...others] = decodeBlazeFace(outputsWith({ layer: 0, index, numbers }), options);
    expect(others).toEqual([]);
    expect(found.score).toBeCloseTo(1 / (1 + Math.exp(-2)));
    expect(found).toMatchObject({ width: 128, height: 64, eyesX: 40, eyesY: 10 });
    expect(found.centreX).toBeCloseTo(100 - 256 + 5.5 * 32 + 8);
    expect(found.centreY).toBeCloseTo(200 - 256 + 3.5 * 32 - 16);
  });

  it('places a coarse anchor: cell 7 of row 7, last of six', () => {
    const [found] = decodeBlazeFace(outputsWith({ layer: 1, index: 383, numbers: [0, 0, 9, 9] }), options);
    expect(found.centreX).toBeCloseTo(100 - 256 + 7.5 * 64);
    expect(found.centreY).toBeCloseTo(200 - 256 + 7.5 * 64);
  });

  it('leaves out what is below the score', () => {
    const outputs = outputsWith({ layer: 0, index: 0, numbers: [] });
    expect(decodeBlazeFace(outputs, { ...options, leastScore: 0.9 })).toEqual([]);
  });
});
