import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ARTWORK_WORLD, madeUpLog, type TraitDecision } from '@keyart/creative';
import { runProgram } from '../../../apps/evaluator/src/run-program';
import { LogFolder } from '../../factories/decision-log-file.factory';

const noDatabase = (): never => {
  throw new Error('asked for a database');
};

/** A decision as a row of the log. */
function rowOf({ titleId, slate, shownAt, propensities, ...one }: TraitDecision, i: number) {
  const candidates = slate.map((_, k) => `${titleId}-a${k}`);
  return {
    ...{ decision_id: `d${i}`, user_id: one.member, title_id: titleId, action: candidates[shownAt] },
    ...{
      timestamp: new Date(Date.UTC(2026, 0, 1, 0, 0, i)).toISOString(),
      propensity: String(one.propensity),
    },
    ...{ reward: String(Number(one.isTaken)), candidates: JSON.stringify(candidates) },
    candidate_propensities: JSON.stringify(propensities),
    candidate_facets: JSON.stringify(slate.map(([trait]) => trait)),
    region: one.country ?? '',
  };
}

describe('keyart insights report --log', () => {
  const folder = new LogFolder();
  const { decisions } = madeUpLog({ ...ARTWORK_WORLD, decisionCount: 8_000, effect: 0.5 }, 'report');
  let [printed, said] = ['', ''];

  beforeAll(() => {
    const titles = new Map(decisions.map((decision) => [decision.titleId, decision]));
    // One title of the log has no review.
    const reviews = [...titles.values()].slice(1).map(({ titleId, genres, microGenres }) => {
      return JSON.stringify({ titleId, genres, microGenres, polarity: 0.2, intensity: 0.4 });
    });
    writeFileSync(folder.file('reviews.jsonl'), reviews.join('\n'));
    mkdirSync(folder.file('log'));
    const rows = decisions.map(rowOf);
    folder.writeCsv('log/log.csv', rows);
    folder.writeCsv(
      'bare.csv',
      rows.map(({ candidate_facets: facets, ...row }) => ({ ...row, facets })),
    );
  });
  afterAll(() => folder.remove());
  beforeEach(() => {
    [printed, said] = ['', ''];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => (printed += String(text)) !== '');
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => (said += String(text)) !== '');
  });
  afterEach(() => jest.restoreAllMocks());

  const report = (...options: string[]) =>
    runProgram(['insights', 'report', '--reviews', folder.file('reviews.jsonl'), ...options], noDatabase);

  it('finds what pictures do in the log of a folder', async () => {
    const out = folder.file('report.html');
    expect(await report('--genre', 'Drama', '--log', folder.file('log'), '--out', out, '--json')).toBe(0);
    const { artwork } = JSON.parse(printed);
    expect(artwork).toMatchObject({ unknownTitleCount: 1, lifts: { label: 'randomised' } });
    expect(artwork.leftOutCount + artwork.lifts.decisionCount).toBe(decisions.length);
    expect(artwork.lifts.lifts[0]).toMatchObject({ trait: 'close-up', isDiscovery: true });
    expect(artwork.tables[0].microGenres).toEqual(['drama-0', 'drama-1', 'drama-2', 'drama-3']);
    const page = readFileSync(out, 'utf8');
    expect(page).toContain('What pictures do');
    expect(page).toContain('“close-up” by country and micro-genre');
    expect(page).toContain('decisions on one title without a review were left out');
  });

  it('names the column that is missing', async () => {
    expect(await report('--genre', 'Drama', '--log', folder.file('bare.csv'))).toBe(2);
    expect(said).toContain(
      'bare.csv: column candidate_facets is not there (needed by lifts of what pictures',
    );
  });

  it('does not choose between logs', async () => {
    mkdirSync(folder.file('several'));
    ['a.csv', 'b.csv'].forEach((name) => writeFileSync(folder.file(`several/${name}`), 'x'));
    expect(await report('--genre', 'Drama', '--log', folder.file('several'))).toBe(2);
    expect(said).toContain('holds 2 (a.csv, b.csv): name one');
  });
});
