import fc from 'fast-check';
import { changedTerms } from './changed-terms';
import { chooseSamples } from './choose-samples';
import { termsOfText } from './terms-of-text';

const repeated = (text: string, count: number): ReadonlySet<string>[] =>
  Array.from({ length: count }, () => termsOfText(text));

describe('termsOfText', () => {
  it('reads words of any script, once each', () => {
    expect([...termsOfText('The DUB is bad, the dub!')]).toEqual(['the', 'dub', 'is', 'bad']);
    expect([...termsOfText('Очень плохой финал')]).toEqual(['очень', 'плохой', 'финал']);
    expect([...termsOfText('演技很好')].length).toBeGreaterThan(1);
    expect(termsOfText('¡Qué película más aburrida!')).toContain('película');
    expect([...termsOfText(' 10/10 !!! 😀 a')]).toEqual([]);
  });
});

describe('changedTerms', () => {
  const before = [
    ...repeated('the story of the first season is warm', 60),
    ...repeated('the cast is fine', 40),
  ];
  const after = [...repeated('the story of the season is warm', 30), ...repeated('the dubbing is awful', 30)];

  it('finds the words of a change, not those that everybody uses', () => {
    const found = changedTerms({ before, after }, { count: 5 });
    const up = found.filter(({ z }) => z > 0).map(({ term }) => term);
    expect(up).toEqual(['awful', 'dubbing']);
    expect(found.filter(({ z }) => z < 0).map(({ term }) => term)).toContain('cast');
    expect(found.map(({ term }) => term)).not.toContain('the');
    expect(found[0]).toMatchObject({ beforeCount: 0, afterCount: 30 });
  });

  it('finds nothing where nothing changed, or there is nothing', () => {
    expect(changedTerms({ before, after: before }, { count: 5 })).toEqual([]);
    expect(changedTerms({ before: [], after: [] }, { count: 5 })).toEqual([]);
  });

  it('turns its sign round with the sides', () => {
    const words = fc.uniqueArray(fc.constantFrom('one', 'two', 'three', 'four', 'five'), { minLength: 1 });
    const reviews = fc.array(
      words.map((own) => new Set(own)),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(reviews, reviews, (a, b) => {
        const there = changedTerms({ before: a, after: b }, { count: 9, leastZ: 0 });
        const back = new Map(
          changedTerms({ before: b, after: a }, { count: 9, leastZ: 0 }).map((one) => [one.term, one.z]),
        );
        expect(
          there.every(({ term, z }) => Number.isFinite(z) && Math.abs(z + (back.get(term) ?? NaN)) < 1e-9),
        ).toBe(true);
      }),
    );
  });
});

describe('chooseSamples', () => {
  const term = (name: string, z: number) => ({
    term: name,
    z,
    logOddsRatio: z,
    beforeCount: 1,
    afterCount: 9,
  });
  const terms = [term('dubbing', 8), term('awful', 6), term('cast', -5)];
  const review = (reviewId: string, text: string, duplicateGroup: string | null = null) => ({
    ...{ reviewId, terms: termsOfText(text), duplicateGroup },
  });

  it('shows what changed, each side of it, and a copied text once', () => {
    const reviews = [
      review('r1', 'dubbing dubbing', 'copies'),
      review('r2', 'dubbing', 'copies'),
      review('r3', 'awful'),
      review('r4', 'the cast'),
    ];
    expect(chooseSamples(reviews, terms, 3)).toEqual(['r1', 'r3', 'r4']);
  });

  it('gives different reviews of those there are, as many as there are', () => {
    const reviews = Array.from({ length: 4 }, (_, i) => review(`r${i}`, 'dubbing awful'));
    expect(chooseSamples(reviews, terms, 9)).toEqual(['r0', 'r1', 'r2', 'r3']);
    expect(chooseSamples([], terms, 3)).toEqual([]);
    expect(chooseSamples(reviews, [], 2)).toEqual(['r0', 'r1']);
  });
});
