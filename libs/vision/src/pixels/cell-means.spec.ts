import * as fc from 'fast-check';
import { cellMeans } from './cell-means';

describe('cellMeans', () => {
  it('averages whole cells', () => {
    const values = [1, 3, 10, 20, 5, 7, 30, 40];
    expect([...cellMeans({ values, width: 4, height: 2 }, 2, 1)]).toEqual([4, 25]);
  });

  it('shares numbers that an edge cuts', () => {
    expect([...cellMeans({ values: [3, 6, 9], width: 3, height: 1 }, 2, 1)]).toEqual([4, 8]);
  });

  it('repeats numbers where cells are smaller', () => {
    expect([...cellMeans({ values: [5, 9], width: 2, height: 1 }, 4, 2)]).toEqual([5, 5, 9, 9, 5, 5, 9, 9]);
  });

  it('keeps the mean, whatever the shapes', () => {
    const size = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(fc.tuple(size, size, size, size), ([width, height, columnCount, rowCount]) => {
        const values = Array.from({ length: width * height }, (_, i) => (i * 37) % 101);
        const means = cellMeans({ values, width, height }, columnCount, rowCount);
        const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
        expect(mean([...means])).toBeCloseTo(mean(values), 9);
      }),
    );
  });
});
