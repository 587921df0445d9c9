import { paintRgb } from '../test-pictures/paint-rgb.factory';
import { bgrPlanes } from './bgr-planes';

describe('bgrPlanes', () => {
  it('lays out blue, green and red, scaled, and fills up by zeros', () => {
    const scale = { means: [0.5, 0.5, 0], deviations: [0.5, 0.5, 1] } as const;
    const { data, widthPx, heightPx } = bgrPlanes(
      paintRgb(2, 1, (x) => (x === 0 ? [51, 255, 0] : [255, 0, 255])),
      scale,
      3,
    );
    expect([widthPx, heightPx]).toEqual([3, 3]);
    const plane = (i: number) =>
      [...data.subarray(9 * i, 9 * i + 9)].map((value) => Number(value.toFixed(3)));
    expect(plane(0)).toEqual([-1, 1, 0, 0, 0, 0, 0, 0, 0]);
    expect(plane(1)).toEqual([1, -1, 0, 0, 0, 0, 0, 0, 0]);
    expect(plane(2)).toEqual([0.2, 1, 0, 0, 0, 0, 0, 0, 0]);
  });
});
