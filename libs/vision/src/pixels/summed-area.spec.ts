import * as fc from 'fast-check';
import { SummedArea } from './summed-area';

describe('SummedArea', () => {
  it('sums any rectangle', () => {
    const size = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(size, size, fc.infiniteStream(fc.integer({ min: -9, max: 9 })), (width, height, stream) => {
        const values = Array.from({ length: width * height }, () => stream.next().value);
        const area = new SummedArea(values, width);
        const [left, top] = [Math.floor(width / 3), Math.floor(height / 2)];
        const inside = values.filter((_, i) => i % width >= left && Math.floor(i / width) >= top);
        const tile = { left, top, right: width, bottom: height };
        expect(area.sum(tile)).toBe(inside.reduce((sum, value) => sum + value, 0));
        expect(area.mean(tile)).toBe(area.sum(tile) / inside.length);
      }),
    );
  });
});
