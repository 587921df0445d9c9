import { similarityOfSets } from './similarity-of-sets';

const similar = similarityOfSets(
  new Map([
    ['a', new Set(['x', 'y'])],
    ['b', new Set(['x', 'y'])],
    ['c', new Set(['y', 'z'])],
    ['d', new Set<string>()],
  ]),
);

describe('similarityOfSets', () => {
  it('is the cosine of the sets', () => {
    expect(similar.similarity('a', 'b')).toBeCloseTo(1, 12);
    expect(similar.similarity('a', 'c')).toBeCloseTo(0.5, 12);
    expect(similar.similarity('a', 'd')).toBe(0);
  });

  it('lists the most similar first, never the title itself, and nobody for a title without anything', () => {
    expect(similar.neighbours('a')).toEqual([
      { title: 'b', similarity: expect.closeTo(1, 12) as number },
      { title: 'c', similarity: expect.closeTo(0.5, 12) as number },
    ]);
    expect(similar.neighbours('d')).toEqual([]);
    expect(similar.neighbours('unknown')).toEqual([]);
  });
});
