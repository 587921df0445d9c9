import { FeatureScanner, type FeatureSpec } from './feature-scanner';

const scan = (text: string, spec: Partial<FeatureSpec> = {}): number[] => [
  ...new FeatureScanner({ wordCount: 3, characterCounts: null, ...spec }).scan(text),
];

describe('FeatureScanner', () => {
  it('finds all runs of up to three words and marks, in the order of the text', () => {
    const [good, goodFilm, goodFilmMark, film, filmMark, mark] = scan('good film!');
    expect(scan('good')).toEqual([good]);
    expect(scan('film!')).toEqual([film, filmMark, mark]);
    expect(new Set([good, goodFilm, goodFilmMark, film, filmMark, mark]).size).toBe(6);
    expect(scan('film good')[1]).not.toBe(goodFilm);
  });

  it('knows words whatever their case, apostrophes or white space', () => {
    expect(scan('It’s\t\n NOT bad')).toEqual(scan("it's not bad"));
    expect(scan("'quoted'", { wordCount: 1 })).toHaveLength(3);
    expect(scan('don’t', { wordCount: 1 })).toHaveLength(1);
  });

  it('reads letters of all scripts, and each emoji', () => {
    expect(scan('Фильм ужасен', { wordCount: 1 })).toHaveLength(2);
    expect(scan('éclair', { wordCount: 1 })).toHaveLength(1);
    expect(scan('😀', { wordCount: 1 })).not.toEqual(scan('😡', { wordCount: 1 }));
    expect(scan('')).toEqual([]);
    expect(scan(' \u0000\u200B ')).toEqual([]);
  });

  it('finds characters in a row within a word and its borders', () => {
    expect(scan('ab', { wordCount: 0, characterCounts: [2, 3] })).toHaveLength(5);
    const [, , border] = scan('ab', { wordCount: 0, characterCounts: [2, 2] });
    expect(scan('xb', { wordCount: 0, characterCounts: [2, 2] })).toContain(border);
  });

  it('keeps results of long texts apart from the next', () => {
    const scanner = new FeatureScanner({ wordCount: 1, characterCounts: null });
    expect(scanner.scan('word '.repeat(10_000))).toHaveLength(10_000);
    expect(scanner.scan('one two')).toHaveLength(2);
  });
});
