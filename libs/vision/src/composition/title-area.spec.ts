import * as fc from 'fast-check';
import type { CalmGrid } from './calm-grid';
import { titleArea } from './title-area';

/** `#` is busy. */
function grid(rows: readonly string[]): CalmGrid {
  const cells = Uint8Array.from(rows.join(''), (cell) => (cell === '#' ? 0 : 1));
  return { columnCount: rows[0].length, rowCount: rows.length, cells };
}

describe('titleArea', () => {
  it('is all of a calm picture', () => {
    expect(titleArea(grid(['....', '....']))).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });

  it('is the largest calm rectangle', () => {
    const found = titleArea(grid(['..######', '#.......', '#.......', '#...#...', '########']));
    expect(found).toEqual({ x: 1 / 8, y: 1 / 5, width: 7 / 8, height: 2 / 5 });
  });

  it('is null where no calm area is wide or high enough', () => {
    expect(titleArea(grid(['########', '########']))).toBeNull();
    expect(titleArea(grid(['..######', '..######']))).toBeNull();
    const flat = ['........', ...Array.from({ length: 11 }, () => '########')];
    expect(titleArea(grid(flat))).toBeNull();
  });

  it('takes the highest of equals', () => {
    expect(titleArea(grid(['....', '####', '....']))?.y).toBe(0);
  });

  it('is what trying every rectangle finds', () => {
    const row = fc.string({ unit: fc.constantFrom('.', '.', '.', '#'), minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 9 }), (rows) => {
        const found = titleArea(grid(rows));
        expect(found ? found.width * found.height : 0).toBeCloseTo(largestByTrial(rows), 12);
      }),
    );
  });
});

function largestByTrial(rows: readonly string[]): number {
  const [columnCount, rowCount] = [rows[0].length, rows.length];
  let largest = 0;
  for (let left = 0; left < columnCount; left++)
    for (let right = left + 1; right <= columnCount; right++)
      for (let top = 0; top < rowCount; top++)
        for (let bottom = top + 1; bottom <= rowCount; bottom++) {
          const isCalm = rows.slice(top, bottom).every((cells) => !cells.slice(left, right).includes('#'));
          const [width, height] = [(right - left) / columnCount, (bottom - top) / rowCount];
          if (isCalm && width >= 0.3 && height >= 0.1) largest = Math.max(largest, width * height);
        }
  return largest;
}
