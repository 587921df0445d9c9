import { createRandom } from '@keyart/common';
import * as fc from 'fast-check';
import { normaliseRows, rowOf, type DenseRows } from '../vectors/dense-rows';
import { approximateNeighbours } from './approximate-neighbours';
import { exactNeighbours, firstNeighbours } from './exact-neighbours';

function randomRows(rowCount: number, width: number, seed: string): DenseRows {
  const random = createRandom(seed);
  const values = Float32Array.from({ length: rowCount * width }, () => random.next() - 0.5);
  return normaliseRows({ rowCount, width, values });
}

function product(rows: DenseRows, i: number, j: number): number {
  return rowOf(rows, i).reduce((sum, value, d) => sum + value * rowOf(rows, j)[d], 0);
}

/** The k largest positive similarities of a row, by looking at all. */
function bruteForce(rows: DenseRows, i: number, k: number): number[] {
  const others = Array.from({ length: rows.rowCount }, (_, j) => j).filter((j) => j !== i);
  return others
    .map((j) => product(rows, i, j))
    .filter((value) => value > 0)
    .sort((a, b) => b - a)
    .slice(0, k);
}

describe('exactNeighbours', () => {
  it('finds what a look at all pairs finds, whatever the size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 130 }),
        fc.integer({ min: 1, max: 12 }),
        fc.string(),
        (n, k, seed) => {
          const rows = randomRows(n, 5, seed);
          const { places, similarities } = exactNeighbours(rows, k);
          for (let i = 0; i < n; i++) {
            const wanted = bruteForce(rows, i, k);
            const own = [...places.subarray(i * k, (i + 1) * k)].filter((place) => place >= 0);
            expect(own).toHaveLength(wanted.length);
            expect(new Set(own).size).toBe(own.length);
            expect(own).not.toContain(i);
            own.forEach((place, at) => {
              expect(product(rows, i, place)).toBeCloseTo(wanted[at], 5);
              expect(similarities[i * k + at]).toBeCloseTo(wanted[at], 5);
            });
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('gives a row of zeros no neighbours and is nobody’s', () => {
    const values = Float32Array.from([1, 0, 0, 0, 1, 0]);
    const { places } = exactNeighbours({ rowCount: 3, width: 2, values }, 2);
    expect([...places]).toEqual([2, -1, -1, -1, 0, -1]);
  });

  it('is cut to the first ones', () => {
    const rows = randomRows(30, 4, 'cut');
    expect(firstNeighbours(exactNeighbours(rows, 6), 3)).toEqual(exactNeighbours(rows, 3));
  });
});

describe('approximateNeighbours', () => {
  it('finds nine in ten of the nearest where titles form groups, and always the same', () => {
    const random = createRandom('groups');
    const centres = randomRows(30, 16, 'centres');
    const values = Float32Array.from({ length: 900 * 16 }, (_, at) => {
      const group = Math.floor(at / 16) % 30;
      return rowOf(centres, group)[at % 16] + 0.1 * (random.next() - 0.5);
    });
    const rows = normaliseRows({ rowCount: 900, width: 16, values });
    const [exact, found] = [exactNeighbours(rows, 10), approximateNeighbours(rows, 10)];
    let hits = 0;
    for (let i = 0; i < 900; i++) {
      const right = new Set(exact.places.subarray(i * 10, i * 10 + 10));
      hits += found.places.subarray(i * 10, i * 10 + 10).filter((place) => right.has(place)).length;
    }
    expect(hits / 9000).toBeGreaterThan(0.9);
    expect(approximateNeighbours(rows, 10)).toEqual(found);
  });

  it.each([0, 1, 2])('takes %i rows', (rowCount) => {
    const { places } = approximateNeighbours(randomRows(rowCount, 3, 'few'), 2);
    expect(places).toHaveLength(rowCount * 2);
  });
});
