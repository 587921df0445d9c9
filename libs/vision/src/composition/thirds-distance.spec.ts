import { thirdsDistance } from './thirds-distance';

const WIDE = { widthPx: 400, heightPx: 300 };

describe('thirdsDistance', () => {
  it.each([
    [1 / 3, 2 / 3, 0],
    [2 / 3, 1 / 3, 0],
    [0, 0, 1 / 3],
    [0.5, 0.5, 1 / 6],
    [0.5, 1 / 3, 400 / 6 / 500],
  ])('of (%f, %f) is %f of the diagonal', (x, y, wanted) => {
    expect(thirdsDistance({ x, y }, WIDE)).toBeCloseTo(wanted, 12);
  });
});
