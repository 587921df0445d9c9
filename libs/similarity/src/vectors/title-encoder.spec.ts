import type { SimilarityTitle } from '../similarity-title';
import { rowOf } from './dense-rows';
import { encodeTitles, fitTitleEncoder } from './title-encoder';

function title(titleId: string, synopsis: string, genres: readonly string[] = []): SimilarityTitle {
  return {
    ...{ titleId, name: titleId, year: 2020, synopsis, genres },
    ...{ tags: [], people: [], originCountries: [] },
  };
}

const WAR = ['soldiers trench battle', 'battle of tanks and soldiers', 'trench letters of soldiers'];
const LOVE = ['wedding kiss and a bride', 'bride runs from the wedding', 'a kiss before the wedding'];
const KNOWN = [
  ...WAR.map((text, i) => title(`war-${i}`, text, ['War'])),
  ...LOVE.map((text, i) => title(`love-${i}`, text, ['Romance'])),
];

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

describe('title encoder', () => {
  const encoder = fitTitleEncoder(KNOWN, { seed: 'encoder/1', factsWeight: 1 });
  const known = encodeTitles(encoder, KNOWN);

  it('puts a title it has not seen beside those like it', () => {
    const fresh = rowOf(encodeTitles(encoder, [title('new', 'soldiers in battle', ['War'])]), 0);
    const near = KNOWN.map((_, i) => dot(fresh, rowOf(known, i)));
    expect(Math.min(...near.slice(0, 3))).toBeGreaterThan(Math.max(...near.slice(3)));
  });

  it('gives a title the same vector alone as among others, of length 1', () => {
    const alone = rowOf(encodeTitles(encoder, [KNOWN[4]]), 0);
    expect([...alone]).toEqual([...rowOf(known, 4)]);
    expect(dot(alone, alone)).toBeCloseTo(1, 5);
  });

  it('keeps products of the term vectors where there are as many directions as titles', () => {
    const told = KNOWN.map((one) => rowOf(encodeTitles({ ...encoder, factsWeight: 0 }, [one]), 0));
    expect(dot(told[0], told[1])).toBeGreaterThan(0.1);
    expect(dot(told[0], told[3])).toBeCloseTo(0, 5);
  });

  it('answers zeros, not NaN, for a title of which it knows no word', () => {
    const empty = rowOf(encodeTitles(encoder, [{ ...title('?', ''), year: null }]), 0);
    expect([...empty].every((value) => value === 0)).toBe(true);
  });
});
