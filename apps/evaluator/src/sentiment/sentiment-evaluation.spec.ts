import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { TemporaryFolder } from '@keyart/common';
import { pearson, spearman } from './correlation';
import { judgePolarity } from './judge-polarity';
import { judgeTones } from './judge-tones';
import { readPolarityRows } from './read-polarity-rows';
import { readToneRows } from './read-tone-rows';
import { titleAgreement } from './title-agreement';

describe('judgePolarity', () => {
  it('counts sides, calibration and ranks', () => {
    const row = (isPositive: boolean, polarity: number, stars: number | null) => ({
      isPositive,
      polarity,
      stars,
    });
    const found = judgePolarity([
      row(true, 0.8, 9),
      row(true, -0.2, 7),
      row(false, -0.8, 2),
      row(false, -0.8, 1),
      row(false, 0, null),
    ]);
    expect(found).toMatchObject({ n: 5, accuracy: 0.8 });
    expect(found.classes.map(({ f1 }) => f1)).toEqual([6 / 7, 2 / 3]);
    expect(found.spearman).toBeCloseTo(0.9487, 3);
    expect(found.interval[0]).toBeLessThan(0.8);
    // bins of P: .9 (1 of 1 true), .4 (1 of 1), .1 (0 of 2), .5 (0 of 1)
    expect(found.ece).toBeCloseTo((0.1 + 0.6 + 0.2 + 0.5) / 5, 6);
  });
});

describe('judgeTones', () => {
  it('means F1 over labels, those without a text too', () => {
    const rows = [
      { truth: ['joy'], said: ['joy'], probabilities: [0.9, 0.1] },
      { truth: ['joy', 'fear'], said: ['joy'], probabilities: [0.6, 0.4] },
    ];
    const found = judgeTones(rows, ['joy', 'fear'], 'seed');
    expect(found).toMatchObject({ n: 2, accuracy: 1, macroF1: 0.5 });
    expect(found.interval[0]).toBeLessThanOrEqual(0.5);
  });
});

describe('correlations', () => {
  it('are of ranks and of values, ties at their mean', () => {
    expect(spearman([1, 2, 3, 4], [1, 4, 9, 16])).toBeCloseTo(1, 12);
    expect(spearman([1, 1, 2], [1, 1, 5])).toBeCloseTo(1, 12);
    expect(pearson([1, 2, 3], [6, 4, 2])).toBeCloseTo(-1, 12);
    expect(pearson([1, 1], [2, 3])).toBe(0);
  });
});

describe('titleAgreement', () => {
  it('takes titles with ten starred reviews', () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      ...{ text: '', isPositive: true, group: i < 12 ? 'a' : i < 24 ? 'b' : `t${i}` },
      stars: i < 12 ? 3 : 8,
    }));
    const found = titleAgreement(
      rows,
      rows.map(({ stars }) => stars / 10),
    );
    expect(found.titleCount).toBe(2);
    expect(found.pearson).toBeCloseTo(1, 12);
  });
});

describe('reading rows', () => {
  let folder: TemporaryFolder;

  beforeAll(async () => {
    folder = await TemporaryFolder.make('sentiment');
  });

  afterAll(() => folder.remove());
  const file = async (name: string, text: string | Buffer): Promise<string> => {
    const place = path.join(folder.path, name);
    await writeFile(place, text);
    return place;
  };

  it('takes columns by name in any order, plain or gzip', async () => {
    const table = 'text\tid\tlabel\tstars\nGood.\t1\tpos\t8\nBad.\t2\tneg\t\n';
    const expected = [
      { text: 'Good.', isPositive: true, group: '1', stars: 8 },
      { text: 'Bad.', isPositive: false, group: '2', stars: null },
    ];
    expect(await readPolarityRows(await file('plain.tsv', table))).toEqual(expected);
    expect(await readPolarityRows(await file('packed.tsv.gz', gzipSync(table)))).toEqual(expected);
  });

  it.each([
    ['id\ttext\n1\tx\n', 'line 1: no column named label'],
    ['label\tid\ttext\npos\t1\n', 'line 2: 2 cells, 3 by the heading'],
    ['label\tid\ttext\nso-so\t1\tx\n', 'line 2: label: "so-so" is neither pos nor neg'],
    ['label\tid\ttext\tstars\npos\t1\tx\tmany\n', 'line 2: stars: "many" is no number'],
    ['label\tid\ttext\n', 'has no rows'],
  ])('refuses %j', async (table, message) => {
    await expect(readPolarityRows(await file('bad.tsv', table))).rejects.toThrow(message);
  });

  it('takes labels by number or name, with a heading or without', async () => {
    const expected = [{ text: 'Thanks!', labels: ['gratitude', 'joy'] }];
    expect(await readToneRows(await file('raw.tsv', 'Thanks!\t15,17\tid\n'))).toEqual(expected);
    expect(
      await readToneRows(await file('named.tsv', 'id\tlabels\ttext\n1\tgratitude,joy\tThanks!\n')),
    ).toEqual(expected);
    await expect(readToneRows(await file('odd.tsv', 'Hm\t99\tid\n'))).rejects.toThrow(
      'line 1: "99" is no label',
    );
  });
});
