import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { claimReviews, madeUpReviews, PLANTED_WORLD, type AnalysedReview } from '@keyart/creative';
import { commandLine } from './command-line.factory';

const SAID = 'The acting here is "superb", says @fan.';

/** Lines of the format, with words for what aspects there are. */
function linesOf(reviews: readonly AnalysedReview[]): string {
  const evidence = { from: 0, to: SAID.length };
  return reviews
    .map(({ titleId, titleName, genres, microGenres, stars, polarity, intensity, ...rest }) =>
      JSON.stringify({
        ...{ titleId, title: titleName, genres, microGenres, polarity, intensity, tones: rest.tones },
        stars: stars === null ? null : Math.min(10, Math.max(1, stars)),
        ...{ text: SAID, weight: rest.weight, aspects: rest.aspects.map((one) => ({ ...one, evidence })) },
      }),
    )
    .join('\n');
}

describe('keyart insights', () => {
  const line = commandLine();
  let folder = '';
  const at = (name: string): string => path.join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'keyart-insights-'));
    await writeFile(at('reviews.jsonl'), linesOf(madeUpReviews({ ...PLANTED_WORLD, titleCount: 16 }, 'cli')));
    const claimed = claimReviews({ titlesPerGenre: 20, difference: 0.1, hasLoudTitle: false }, 'cli');
    await writeFile(at('claimed.jsonl'), linesOf(claimed));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const insights = (...argv: string[]): Promise<number> => line.run('insights', ...argv);
  const report = (...options: string[]) => insights('report', '--reviews', at('reviews.jsonl'), ...options);

  it('reports on a genre for people', async () => {
    expect(await report('--genre', 'drama')).toBe(0);
    expect(line.printed).toMatch(/genre drama: \d+ reviews, 4 titles; associational/);
    expect(line.printed).toMatch(/acting +\+\d\.\d\d +\+.* told/);
    expect(line.printed).toContain('“The acting here is "superb", says […]');
  });

  it('writes a page that needs nothing from elsewhere, and names nobody', async () => {
    expect(await report('--genre', 'drama', '--out', at('new/report.html'))).toBe(0);
    const page = await readFile(at('new/report.html'), 'utf8');
    expect(page).toContain('What resonates in <q>drama</q> titles?');
    expect(page).toContain('is &quot;superb&quot;, says […]');
    expect(page).not.toMatch(/@fan|<script|https?:|src=/);
    for (const heading of [
      'What goes with better reviews',
      'What reviews speak of',
      'In their words',
      'Made from',
    ])
      expect(page).toContain(heading);
    // Elements are closed: what is not would move all that follows.
    for (const name of ['section', 'figure', 'ul', 'li', 'table', 'article', 'blockquote'])
      expect(page.split(`</${name}>`)).toHaveLength(page.match(new RegExp(`<${name}[ >]`, 'g'))!.length + 1);
  });

  it('calls a title by its name', async () => {
    expect(await report('--title', 't0')).toBe(0);
    expect(line.printed).toContain('Title 0: 16 reviews, 1 title; associational');
  });

  it('prints JSON', async () => {
    expect(await report('--micro-genre', 'micro-genre-1', '--json')).toBe(0);
    const { schema, subject, drivers, artwork } = JSON.parse(line.printed);
    expect({ schema, subject, artwork }).toEqual({
      ...{ schema: 'creative-report/1', subject: { kind: 'micro-genre', value: 'micro-genre-1' } },
      artwork: null,
    });
    expect(drivers.scopes.map(({ scope }: { scope: object }) => scope)).toEqual([
      { kind: 'micro-genre', value: 'micro-genre-1' },
      { kind: 'all', value: '' },
    ]);
  });

  it.each<[string[], string]>([
    [[], 'name one of --title ID, --genre G, --micro-genre SLUG'],
    [['--title', 't0', '--genre', 'Drama'], 'name one of'],
    [['--genre', 'Opera'], 'genre Opera: no review is of it'],
    [['--title', 't0', '--log', '/nowhere/log.parquet'], '/nowhere/log.parquet is no file'],
  ])('refuses %j', async (options, message) => {
    expect(await report(...options)).toBe(2);
    expect(line.said).toContain(message);
  });

  it('does not write over what it reads', async () => {
    expect(await report('--title', 't0', '--out', at('reviews.jsonl'))).toBe(2);
    expect(line.said).toContain('is the file of --reviews');
  });

  it('names file, line and field', async () => {
    await writeFile(at('bad.jsonl'), '{"titleId":"t","polarity":0,"intensity":2}');
    expect(await insights('report', '--reviews', at('bad.jsonl'), '--title', 't')).toBe(2);
    expect(line.said).toContain(`${at('bad.jsonl')}:1: intensity must be a number in [0, 1]; it is 2`);
    expect(await insights('claims', '--reviews', at('none.jsonl'))).toBe(2);
    expect(line.said).toContain('none.jsonl: cannot be read');
  });

  it('judges the claim that is made most often', async () => {
    expect(await insights('claims', '--reviews', at('claimed.jsonl'))).toBe(0);
    expect(line.printed).toContain(
      'SUPPORTED: Dramas and documentaries stir stronger reactions than action and comedy',
    );
    expect(line.printed).toMatch(/A less B {2}\+0\.\d{3}, 95% 0\.\d{3} to 0\.\d{3}, bootstrap/);
    expect(line.printed).toMatch(/without \S+ \(\d.*% of the reviews\): \+0\.\d{3}, .*: the same/);
  });

  it('judges the claims of a file', async () => {
    const claim = { groupA: ['Drama'], groupB: ['Comedy'], direction: 'higher' };
    const claims = [
      { ...claim, statement: 'Dramas are stronger', measure: 'intensity' },
      { ...claim, statement: 'Dramas frighten', measure: 'tone:fear', smallestEffect: 0.2 },
    ];
    await writeFile(at('claims.json'), JSON.stringify({ claims }));
    const argv = ['claims', '--reviews', at('claimed.jsonl'), '--claims', at('claims.json'), '--json'];
    expect(await insights(...argv)).toBe(0);
    const found = JSON.parse(line.printed);
    expect(found.claims.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
      ...['supported', 'too little data'],
    ]);
    expect(found).toMatchObject({ schema: 'creative-claims/1', label: 'associational' });
  });

  it.each<[object, string]>([
    [{ claims: [] }, 'claims'],
    [
      {
        claims: [
          { statement: 'x', groupA: ['Drama'], groupB: ['Comedy'], measure: 'volume', direction: 'higher' },
        ],
      },
      'claims[0].measure',
    ],
    [
      {
        claims: [
          { statement: 'x', groupA: ['Drama'], groupB: ['drama'], measure: 'spread', direction: 'lower' },
        ],
      },
      'claims[0] has Drama in groupA and in groupB',
    ],
    [
      {
        claims: [
          {
            statement: 'x',
            groupA: ['Drama'],
            groupB: ['War'],
            measure: 'spread',
            direction: 'lower',
            effect: 1,
          },
        ],
      },
      'claims[0].effect is not a field of this file',
    ],
  ])('refuses the claims %j', async (content, message) => {
    await writeFile(at('bad-claims.json'), JSON.stringify(content));
    expect(
      await insights('claims', '--reviews', at('claimed.jsonl'), '--claims', at('bad-claims.json')),
    ).toBe(2);
    expect(line.said).toContain(message);
  });
});
