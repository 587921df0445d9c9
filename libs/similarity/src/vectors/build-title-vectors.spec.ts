import { someSimilarityTitle, someSimilarityTitles } from '../some-titles.factory';
import { buildTitleVectors } from './build-title-vectors';
import { rowOf } from './dense-rows';

const SEED = 'vectors';

describe('buildTitleVectors', () => {
  const titles = someSimilarityTitles(80);

  it('makes rows of length 1, the same for equal seeds', () => {
    const { rows, version, blocks } = buildTitleVectors(titles, { seed: SEED });
    expect(blocks).toEqual(['synopsis', 'facts']);
    for (let i = 0; i < titles.length; i++) expect(Math.hypot(...rowOf(rows, i))).toBeCloseTo(1, 5);
    const again = buildTitleVectors(titles, { seed: SEED });
    expect(again.rows.values).toEqual(rows.values);
    expect(again.version).toBe(version);
    expect(buildTitleVectors(titles, { seed: 'other' }).version).not.toBe(version);
  });

  it.each([0, 1, 2, 6])('takes %i titles', (count) => {
    const { rows } = buildTitleVectors(titles.slice(0, count), { seed: SEED });
    expect(rows.rowCount).toBe(count);
    expect([...rows.values].every(Number.isFinite)).toBe(true);
  });

  it('takes titles of which nothing is known, and other scripts', () => {
    const told = [
      { synopsis: '七人の侍が村を守る' },
      { synopsis: '村を守る侍' },
      { synopsis: 'Солдат вернулся домой' },
      { synopsis: '' },
    ].map((more, i) => someSimilarityTitle({ titleId: `x${i}`, ...more }));
    const { rows } = buildTitleVectors(told, { seed: SEED });
    const dot = (i: number, j: number): number =>
      rowOf(rows, i).reduce((sum, value, d) => sum + value * rowOf(rows, j)[d], 0);
    expect(dot(0, 1)).toBeGreaterThan(0.2);
    expect(dot(0, 2)).toBeCloseTo(0, 5);
    expect([...rowOf(rows, 3)].every((value) => value === 0)).toBe(true);
  });

  it('does not let people drown what a title is about', () => {
    const films = [
      someSimilarityTitle({ titleId: 'a', tags: ['heist'], people: ['Ann Lee'] }),
      someSimilarityTitle({ titleId: 'b', tags: ['heist'], people: ['Bo Kim'] }),
      someSimilarityTitle({ titleId: 'c', tags: ['ballet'], people: ['Ann Lee'] }),
      someSimilarityTitle({ titleId: 'd', tags: ['ballet'], people: ['Cy Orr'] }),
    ];
    const { rows } = buildTitleVectors(films, { seed: SEED, weights: { synopsis: 0 } });
    const dot = (i: number, j: number): number =>
      rowOf(rows, i).reduce((sum, value, d) => sum + value * rowOf(rows, j)[d], 0);
    expect(dot(0, 1)).toBeGreaterThan(2 * dot(0, 2));
  });

  it('adds sentence embeddings and tones, which may be missing', () => {
    const embeddings = new Map([
      ['t0000', [1, 0]],
      ['t0001', [0.9, 0.1]],
    ]);
    const tones = new Map([['t0000', { joy: 0.8 }]]);
    const { blocks, parts, rows, version } = buildTitleVectors(titles, { seed: SEED, embeddings, tones });
    expect(blocks).toEqual(['synopsis', 'facts', 'embedding', 'tone']);
    expect(parts.at(-1)).toEqual({ name: 'tone', from: rows.width - 1, width: 1 });
    const moved = new Map([...embeddings, ['t0001', [0.5, 0.5]]] as [string, number[]][]);
    expect(buildTitleVectors(titles, { seed: SEED, embeddings: moved, tones }).version).not.toBe(version);
  });

  it.each([
    [
      {
        embeddings: new Map([
          ['t0000', [1, 0]],
          ['t0003', [1]],
        ]),
      },
      't0003: has 1 numbers, others have 2',
    ],
    [{ embeddings: new Map([['t0002', [1, NaN]]]) }, 't0002: number 1 is NaN'],
    [{ tones: new Map([['t0001', { joy: -1 }]]) }, 'tone joy of title t0001: is -1'],
  ])('refuses what is no vector, naming the title', (given, problem) => {
    expect(() => buildTitleVectors(titles, { seed: SEED, ...given })).toThrow(problem);
  });
});
