import { readReviews } from './read-reviews';

const ROW = {
  ...{ titleId: 't1', title: 'Dark Water', genres: ['Drama'], microGenres: ['dark.drama'], country: 'DE' },
  ...{ at: '2026-01-05T12:00:00Z', stars: 8, weight: 0.5, text: 'The acting is superb.', author: 'Jo' },
  ...{ polarity: 0.6, intensity: 0.7, tones: [{ tone: 'joy', probability: 0.8, intensity: 0.5 }] },
  aspects: [{ aspect: 'acting', polarity: 0.9, evidence: { from: 4, to: 20 } }],
  ...{ label: 'positive', confidence: 0.8, language: 'en', source: 'linear' },
  ...{ engineVersion: 'linear-1', flags: [] },
};
const read = (...rows: object[]) => readReviews(rows.map((row) => JSON.stringify(row)).join('\n'), 'r.jsonl');

describe('readReviews', () => {
  it('reads what a sentiment engine wrote beside the facts', () => {
    expect(read(ROW)).toEqual([
      {
        ...{ titleId: 't1', titleName: 'Dark Water', genres: ['Drama'], microGenres: ['dark.drama'] },
        ...{ country: 'DE', atMs: Date.UTC(2026, 0, 5, 12), stars: 8, weight: 0.5, polarity: 0.6 },
        ...{ intensity: 0.7, tones: ROW.tones, aspects: ROW.aspects, text: ROW.text, author: 'Jo' },
      },
    ]);
  });

  it('needs little, in any script', () => {
    const [{ titleName, weight, stars }] = read({ titleId: '千と千尋', polarity: 0, intensity: 0 });
    expect([titleName, weight, stars]).toEqual(['千と千尋', 1, null]);
  });

  it('passes over a byte order mark, carriage returns and blank lines at the end', () => {
    const line = JSON.stringify(ROW);
    expect(readReviews(`\uFEFF${line}\r\n${line}\n\n`, 'r.jsonl')).toHaveLength(2);
  });

  it.each<[object, string]>([
    [{ ...ROW, titleId: ' ' }, 'r.jsonl:2: titleId must be a text that is not empty; it is " "'],
    [{ ...ROW, polarity: undefined }, 'r.jsonl:2: polarity must be a number in [-1, 1]; it is missing'],
    [{ ...ROW, polarity: 1.2 }, 'r.jsonl:2: polarity must be a number in [-1, 1]; it is 1.2'],
    [{ ...ROW, intensity: '0.5' }, 'r.jsonl:2: intensity must be a number in [0, 1]; it is "0.5"'],
    [{ ...ROW, stars: 0 }, 'r.jsonl:2: stars must be a number in [1, 10]'],
    [{ ...ROW, weight: 0 }, 'r.jsonl:2: weight must be a number in'],
    [{ ...ROW, country: 'UK' }, 'r.jsonl:2: country must be a code of ISO 3166-1 alpha-2'],
    [{ ...ROW, at: 'yesterday' }, 'r.jsonl:2: at must be a date or time of ISO 8601'],
    [{ ...ROW, genres: 'Drama' }, 'r.jsonl:2: genres must be a list of texts'],
    [{ ...ROW, star: 8 }, 'r.jsonl:2: "star" is not a field of this format'],
    [{ ...ROW, tones: [{ tone: 'glee' }] }, 'r.jsonl:2: tones[0]: tone must be one of admiration'],
    [{ ...ROW, aspects: [{ aspect: 'acting', polarity: 0.9 }] }, 'r.jsonl:2: aspects[0]: evidence'],
    [
      { ...ROW, aspects: [{ aspect: 'acting', polarity: 0.9, evidence: { from: 4, to: 99 } }] },
      'r.jsonl:2: aspects[0]: evidence: to must be a number in [4, 21]; it is 99',
    ],
    [
      { ...ROW, genres: ['Comedy'] },
      'r.jsonl:2: title t1 has another name, genres or microGenres than in line 1',
    ],
  ])('names file, line and field of %j', (row, message) => {
    expect(() => read(ROW, row)).toThrow(message);
  });

  it.each([
    ['', 'r.jsonl: has no reviews'],
    ['{"titleId":"t1",', 'r.jsonl:1: is no JSON'],
    ['[]', 'r.jsonl:1: must be a JSON object'],
    [`${JSON.stringify(ROW)}\n\n${JSON.stringify(ROW)}`, 'r.jsonl:2: is no JSON'],
  ])('refuses %j', (text, message) => {
    expect(() => readReviews(text, 'r.jsonl')).toThrow(message);
  });
});
