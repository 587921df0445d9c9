import { readFileSync, writeFileSync } from 'node:fs';
import type { ComparisonResult } from '@keyart/decision-log';
import { runProgram } from '../../../apps/evaluator/src/run-program';
import { LogFolder, logRows } from '../../factories/decision-log-file.factory';

const ROWS = logRows(1500);
const UNEVEN = [0.8, 0.1, 0.05, 0.03, 0.02];

let folder: LogFolder;
let [log, good, bad] = ['', '', ''];
let told = '';
beforeAll(() => {
  folder = new LogFolder();
  log = folder.writeCsv('log.csv', ROWS.log);
  good = folder.writeCsv('good.csv', ROWS.target);
  bad = folder.writeCsv(
    'bad.csv',
    ROWS.target.map((row, i) => ({ ...row, probability: String(UNEVEN[i % 5]) })),
  );
});
afterAll(() => folder.remove());
beforeEach(() => {
  told = '';
  const tell = (text: unknown): boolean => {
    told += String(text);
    return true;
  };
  jest.spyOn(process.stdout, 'write').mockImplementation(tell);
  jest.spyOn(process.stderr, 'write').mockImplementation(tell);
});
afterEach(() => jest.restoreAllMocks());

const noDatabase = (): Promise<never> => Promise.reject(new Error('asked for the database'));
const keyart = (...argv: string[]): Promise<number> => runProgram(argv, noDatabase);
const compare = (...rest: string[]): Promise<number> =>
  keyart('compare', '--log', log, '--bootstrap', '20', ...rest);

describe('keyart compare', () => {
  it('writes the same bytes twice but for the time, and a page', async () => {
    const [one, two, page] = ['one.json', 'two.json', 'page.html'].map((name) => folder.file(name));
    const targets = ['--target', good, '--target', bad, '--target', 'policy:popular@cross-fitted'];
    expect(await compare(...targets, '--json', one, '--html', page)).toBe(0);
    expect(told).toContain(`choice: ${good}`);
    expect(await compare(...targets, '--json', two)).toBe(0);
    const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as ComparisonResult;
    const fixed = { createdAt: '', command: '' };
    expect(JSON.stringify({ ...read(one), ...fixed })).toBe(JSON.stringify({ ...read(two), ...fixed }));
    expect(read(one)).toMatchObject({ schema: 'comparison/1', choice: { target: good } });
    expect(readFileSync(page, 'utf8')).toContain('serve ');
  });

  it('ends with 1 at the gate where the baseline is to be kept', async () => {
    expect(await compare('--target', bad, '--target', 'policy:uniform', '--baseline', good, '--gate')).toBe(
      1,
    );
    expect(told).toContain(`choice: keep ${good}`);
  });

  it.each([
    [['--target', 'policy:uniform'], 'a comparison takes two targets at least'],
    [['--target', 'policy:uniform', '--target', 'policy:uniform'], 'is given twice'],
    [
      ['--target', 'policy:uniform', '--target', 'policy:banana'],
      'policy:banana is not known; known are uniform',
    ],
    [['--target', 'policy:uniform', '--target', 'gone.csv'], 'gone.csv is no file'],
    [[], "required option '--target <policy>' not specified"],
  ])('ends with 2 on %j', async (argv, message) => {
    expect(await compare(...argv)).toBe(2);
    expect(told).toContain(message);
  });

  it('names row, column and value of a target that is wrong', async () => {
    const rows = ROWS.target.map((row, i) => (i === 2 ? { ...row, probability: 'much' } : row));
    const wrong = folder.writeCsv('wrong.csv', rows);
    expect(await compare('--target', good, '--target', wrong)).toBe(2);
    expect(told).toContain(`${wrong}: probability is not a number in [0, 1] in 1 row: row 3 has much`);
  });
});

describe('policies of the service without what they need', () => {
  it.each([
    ['evaluate', 'candidate', 'column candidates is not there (needed by policy:popular@cross-fitted)'],
    ['power', 'title_id', 'column title_id is not there (needed by policy:popular@cross-fitted)'],
  ])('%s ends with 2 without %s', async (command, column, message) => {
    const rows = ROWS.log.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith(column))),
    );
    const bare = folder.writeCsv('bare.csv', rows);
    expect(await keyart(command, '--log', bare, '--target', 'policy:popular@cross-fitted')).toBe(2);
    expect(told).toContain(message);
  });

  it('names the row of candidates that are no list', async () => {
    const rows = ROWS.log.map((row, i) =>
      i === 4 ? { ...row, candidates: 'x', candidate_propensities: '' } : row,
    );
    const wrong = folder.writeCsv('wrong-log.csv', rows);
    expect(await keyart('evaluate', '--log', wrong, '--target', 'policy:popular@cross-fitted')).toBe(2);
    expect(told).toContain('candidates are no list of texts in 1 row: row 5 has nothing');
  });

  it('asks for the database only where a policy needs it', async () => {
    expect(
      await keyart('evaluate', '--log', log, '--target', 'policy:production', '--bootstrap', '0'),
    ).not.toBe(0);
    expect(told).toContain('asked for the database');
  });
});

describe('keyart power', () => {
  it('reads the log, and ends with 2 naming what is missing without one', async () => {
    expect(await keyart('power', '--log', log, '--target', good)).toBe(0);
    expect(told).toContain('5.00 artworks a decision');
    expect(told).toContain('policies differ on 60.0%');
    expect(await keyart('power', '--actions', '5', '--disagreement', '.5')).toBe(2);
    expect(told).toContain('--base-rate is missing');
  });
});

describe('keyart evaluate --facets', () => {
  it('ends with 2 on a file of another kind', async () => {
    const file = folder.file('facets.txt');
    writeFileSync(file, 'action,facet\n');
    expect(await keyart('evaluate', '--log', log, '--target', good, '--facets', file)).toBe(2);
    expect(told).toContain('the extension must be one of .parquet');
  });
});
