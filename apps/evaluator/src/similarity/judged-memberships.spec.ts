import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '@keyart/common';
import { PRECISION_FLOOR, precisionOfJudged } from './judged-memberships';

const JUDGED = 'docs/insights/micro-genre-memberships.json';

function membership(verdict: string, span = 'dragon'): object {
  const evidence = [{ facet: 'dragons', source: 'tag', span }];
  return { name: 'Ash', year: 1990, slug: 'a.b', microGenre: 'a b', evidence, verdict, reason: 'so it is' };
}

describe('precisionOfJudged', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'judged-'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  async function fileOf(memberships: readonly object[]): Promise<string> {
    const file = path.join(folder, 'judged.json');
    await writeFile(file, JSON.stringify({ drawnBy: 'a test', memberships }));
    return file;
  }

  it('holds the floor on the list of this project', async () => {
    const { fraction, totalCount } = await precisionOfJudged(path.join(projectRoot(), JUDGED));
    expect(totalCount).toBe(100);
    expect(fraction).toBeGreaterThanOrEqual(PRECISION_FLOOR);
  });

  it('counts what is right', async () => {
    const file = await fileOf([membership('right'), membership('right'), membership('wrong')]);
    expect(await precisionOfJudged(file)).toMatchObject({ hitCount: 2, totalCount: 3 });
  });

  it.each([
    ['a verdict that is none', [membership('maybe')], 'memberships[0].verdict'],
    ['a long quotation', [membership('right', 'one two three four five six seven eight nine')], 'span'],
    ['nothing judged', [], 'memberships'],
  ])('refuses %s, naming the field', async (_, memberships, place) => {
    await expect(precisionOfJudged(await fileOf(memberships))).rejects.toThrow(place);
  });
});
