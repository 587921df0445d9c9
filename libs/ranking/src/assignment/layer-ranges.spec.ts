import { LAYER_CELL_COUNT, type LayerRange } from '@keyart/contracts';
import fc from 'fast-check';
import { firstFreeRange, freeRanges } from './layer-ranges';

describe('firstFreeRange', () => {
  it('takes the lowest gap that is wide enough', () => {
    const taken = [
      { fromCell: 6_000, toCell: 9_000 },
      { fromCell: 100, toCell: 5_000 },
    ];
    expect(firstFreeRange(taken, 100)).toEqual({ fromCell: 0, toCell: 100 });
    expect(firstFreeRange(taken, 101)).toEqual({ fromCell: 5_000, toCell: 5_101 });
    expect(firstFreeRange(taken, 1_001)).toBeNull();
  });

  it('never overlaps what is taken, and fills the layer to the last cell', () => {
    const wishes = fc.array(fc.integer({ min: 1, max: 4_000 }), { maxLength: 20 });
    fc.assert(
      fc.property(wishes, (counts) => {
        const taken: LayerRange[] = [];
        for (const count of counts) {
          const range = firstFreeRange(taken, count);
          if (range) taken.push(range);
        }
        const sizeOf = (ranges: readonly LayerRange[]): number =>
          ranges.reduce((sum, { fromCell, toCell }) => sum + toCell - fromCell, 0);
        const cells = new Set(
          taken.flatMap(({ fromCell, toCell }) =>
            Array.from({ length: toCell - fromCell }, (_, i) => fromCell + i),
          ),
        );
        expect(cells.size).toBe(sizeOf(taken));
        expect(sizeOf(taken) + sizeOf(freeRanges(taken))).toBe(LAYER_CELL_COUNT);
      }),
    );
  });
});
