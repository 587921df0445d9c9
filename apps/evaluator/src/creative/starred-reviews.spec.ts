import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { readReviews } from '@keyart/creative';
import { starredReviews } from './starred-reviews';

const HEADING = 'split\tlabel\tid\tstars\ttitle\ttext';

describe('starredReviews', () => {
  let folder = '';
  const write = (name: string, text: string | Buffer) => writeFile(path.join(folder, name), text);
  const read = () => starredReviews({ imdb: path.join(folder, 'reviews.tsv.gz'), movielens: folder });
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'keyart-stars-'));
    await write('links.csv', 'movieId,imdbId,tmdbId\n1,0000011,1\n2,0000022,2\n');
    await write(
      'movies.csv',
      'movieId,title,genres\n1,"Lake, The (1999)",Drama|War\n2,Odd (2000),(no genres listed)\n',
    );
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('makes rows that the reports read', async () => {
    const rows = [
      'train\tpos\t1\t10\ttt0000011\tA <br />"quoted" text.',
      'train\tneg\t2\t3\ttt0000022\tDull.',
    ];
    const text = [HEADING, ...rows, 'train\tneg\t3\t1\ttt0000099\tUnknown.'].join('\n');
    await write('reviews.tsv.gz', gzipSync(text));
    const { lines, ...counts } = await read();
    expect(counts).toEqual({ reviewCount: 2, titleCount: 2, unknownCount: 1 });
    const [first, second] = readReviews(lines.join('\n'), 'rows');
    expect(first).toMatchObject({
      titleName: 'Lake, The (1999)',
      genres: ['Drama', 'War'],
      stars: 10,
      polarity: 1,
    });
    expect(second.genres).toEqual([]);
    expect([second.polarity, second.intensity].map((one) => one.toFixed(4))).toEqual(['-0.5556', '0.5556']);
  });

  it.each([
    [gzipSync('a\tb\n'), 'line 1 is not split, label'],
    [gzipSync(`${HEADING}\ntrain\tpos\t1`), 'line 2 has not six fields'],
    ['no gzip', 'reviews.tsv.gz: '],
  ])('names what is wrong', async (content, message) => {
    await write('reviews.tsv.gz', content);
    await expect(read()).rejects.toThrow(message);
  });

  it('names a folder without films', async () => {
    await write('reviews.tsv.gz', gzipSync(`${HEADING}\n`));
    const elsewhere = starredReviews({
      imdb: path.join(folder, 'reviews.tsv.gz'),
      movielens: path.join(folder, 'none'),
    });
    await expect(elsewhere).rejects.toThrow('none: ');
  });
});
