import { countTerms, tfIdf } from './tf-idf';

const EVERY = { leastDocuments: 1, mostFraction: 1 };

describe('tfIdf', () => {
  const documents = ['a b', 'a c', 'a c c'].map((text) => countTerms(text.split(' ')));

  it('makes rows of length 1 that weigh rare and repeated terms more', () => {
    const { rows, terms, shares } = tfIdf(documents, EVERY);
    expect(terms).toEqual(['a', 'b', 'c']);
    expect([...shares]).toEqual([1, 1 / 3, 2 / 3]);
    const row = (i: number): number[] => [...rows.values.subarray(rows.start[i], rows.start[i + 1])];
    for (const i of [0, 1, 2]) expect(Math.hypot(...row(i))).toBeCloseTo(1, 6);
    expect(row(0)[1]).toBeGreaterThan(row(0)[0]);
    expect(row(2)[1]).toBeGreaterThan(row(1)[1]);
  });

  it('leaves out what too few or too many documents have', () => {
    expect(tfIdf(documents, { leastDocuments: 2, mostFraction: 0.9 }).terms).toEqual(['c']);
  });

  it('makes empty rows of empty documents, and nothing of none', () => {
    const { rows } = tfIdf([new Map(), ...documents], EVERY);
    expect(rows.start[1]).toBe(0);
    expect(tfIdf([], EVERY)).toMatchObject({ terms: [], rows: { rowCount: 0, columnCount: 0 } });
  });
});
