import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runProgram } from '../../../apps/evaluator/src/run-program';
import {
  TrainingFolder,
  trainingWorld,
  type TrainingLogRow,
  type TrainingWorld,
} from '../../factories/training-world.factory';

const WORLD = trainingWorld({ rowCount: 300, memberCount: 30, titleCount: 6, filmsPerViewer: 5 });

let folder: TrainingFolder;
let complaint: string;
beforeEach(() => {
  folder = new TrainingFolder();
  complaint = '';
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((complaint += String(text))));
});
afterEach(() => {
  jest.restoreAllMocks();
  folder.remove();
});

function run(log: string, ...flags: readonly string[]): Promise<number> {
  const given = [
    '--log',
    log,
    '--context',
    folder.context,
    '--out',
    folder.file('rows'),
    '--template',
    'chatml',
  ];
  const recipe = ['--recipe', 'sft', '--formulation', 'choice'];
  return runProgram(['training', 'export', ...given, ...recipe, ...flags], () => Promise.reject(new Error()));
}

/** What an export says where it must fail: code 2, and no file is left behind. */
async function failure(world: Partial<TrainingWorld>, ...flags: readonly string[]): Promise<string> {
  expect(await run(folder.write({ ...WORLD, ...world }), ...flags)).toBe(2);
  const out = folder.file('rows');
  expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
  return complaint;
}

/** The log but for the change to row 8. */
function changed(change: Partial<TrainingLogRow>): TrainingLogRow[] {
  return WORLD.log.map((row, i) => (i === 7 ? { ...row, ...change } : row));
}

function without(column: keyof TrainingLogRow): TrainingLogRow[] {
  return WORLD.log.map((row) => {
    const rest: Partial<TrainingLogRow> = { ...row };
    delete rest[column];
    return rest as TrainingLogRow;
  });
}

describe('logs that no rows can be made of', () => {
  it.each([
    'decision_id',
    'user_id',
    'timestamp',
    'title_id',
    'action',
    'propensity',
    'reward',
    'candidates',
  ] as const)('without the column %s', async (column) => {
    const log =
      column === 'candidates' ? without('candidate_propensities').map(withoutCandidates) : without(column);
    expect(await failure({ log })).toContain(`column ${column} is not there`);
  });

  it.each([
    [{ propensity: null }, 'propensity is not a number in (0, 1] in 1 row: row 8 has nothing'],
    [{ propensity: 0 }, 'propensity is not a number in (0, 1] in 1 row: row 8 has 0'],
    [{ timestamp: '' }, 'row 8 has'],
    [{ user_id: 'stranger' }, 'user_id is not in viewers.jsonl in 1 place of the log: row 8 has stranger'],
    [{ title_id: 't99' }, 'title_id is not in titles.jsonl in 1 place of the log: row 8 has t99'],
    [
      { candidates: ['nowhere', WORLD.log[7].action], propensity: 0.5, candidate_propensities: [0.5, 0.5] },
      'candidates name an artwork that is not in artworks.jsonl in 1 place of the log: row 8 has nowhere',
    ],
  ])('%j in a row, named', async (change, message) => {
    expect(await failure({ log: changed(change) })).toContain(message);
  });

  it('without a row', async () => {
    folder.write(WORLD);
    const [head] = WORLD.log;
    writeFileSync(folder.file('empty.jsonl'), '');
    writeFileSync(folder.file('empty.csv'), `${Object.keys(head).join(',')}\n`);
    expect(await run(folder.file('empty.jsonl'))).toBe(2);
    expect(complaint).toContain('empty.jsonl is empty');
    expect(await run(folder.file('empty.csv'))).toBe(2);
    expect(complaint).toContain('empty.csv has no rows');
    expect(await run(folder.file('missing.csv'))).toBe(2);
    expect(complaint).toContain('missing.csv is no file');
  });

  it('without a take, saying what became of every decision', async () => {
    const log = WORLD.log.map((row) => ({ ...row, reward: 0 }));
    expect(await failure({ log })).toMatch(
      /no decision of the log gives a training row\n {2}\d+: training members/,
    );
    expect(complaint).toContain('shown and not taken');
  });

  it('sets faulty rows aside where it is told to', async () => {
    const log = folder.write({ ...WORLD, log: changed({ propensity: null }) });
    expect(await run(log, '--quarantine', folder.file('aside.csv'))).toBe(0);
    expect(readFileSync(folder.file('aside.csv'), 'utf8')).toContain(WORLD.log[7].decision_id);
  });
});

describe('context folders that do not do', () => {
  it.each(['titles.jsonl', 'artworks.jsonl', 'viewers.jsonl'])(
    'without %s, or with nothing in it',
    async (name) => {
      const log = folder.write(WORLD);
      writeFileSync(path.join(folder.context, name), '');
      expect(await run(log)).toBe(2);
      expect(complaint).toContain(`${name} is empty`);
      rmSync(path.join(folder.context, name));
      expect(await run(log)).toBe(2);
      expect(complaint).toContain(`${name} is no file`);
    },
  );

  it('with a line that is cut off, or an id twice', async () => {
    const log = folder.write(WORLD);
    const file = path.join(folder.context, 'titles.jsonl');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.slice(0, -20));
    expect(await run(log)).toBe(2);
    expect(complaint).toContain('titles.jsonl line 6 is no JSON object');
    writeFileSync(file, text + text);
    expect(await run(log)).toBe(2);
    expect(complaint).toContain('titles.jsonl line 7: titleId t0 stands there twice');
  });
});

describe('folders that cannot be written to', () => {
  it('where a file lies, or nobody may write', async () => {
    const log = folder.write(WORLD);
    writeFileSync(folder.file('taken'), '');
    expect(await run(log, '--out', folder.file('taken/rows'))).toBe(2);
    expect(complaint).toContain('cannot be written to');
    const locked = folder.file('locked');
    mkdirSync(locked);
    chmodSync(locked, 0o555);
    const isRoot = process.getuid?.() === 0;
    expect(await run(log, '--out', path.join(locked, 'rows'))).toBe(isRoot ? 0 : 2);
  });

  it('where something would be lost', async () => {
    const log = folder.write(WORLD);
    expect(await run(log, '--out', folder.context)).toBe(2);
    expect(complaint).toContain('which is read');
    const inside = folder.file('rows/train.jsonl');
    mkdirSync(folder.file('rows'));
    writeFileSync(inside, readFileSync(log));
    expect(await run(inside)).toBe(2);
    expect(complaint).toContain(`would write over ${inside}, which is read`);
    expect(readFileSync(inside)).toEqual(readFileSync(log));
  });

  it('where another manifest lies, though not an older one of its own', async () => {
    const log = folder.write(WORLD);
    expect([await run(log), await run(log)]).toEqual([0, 0]);
    writeFileSync(folder.file('rows/manifest.json'), '{"schema":"world/1"}');
    expect(await run(log)).toBe(2);
    expect(complaint).toContain('holds a manifest.json of something else (schema "world/1")');
  });
});

function withoutCandidates(row: TrainingLogRow): TrainingLogRow {
  const rest: Partial<TrainingLogRow> = { ...row };
  delete rest.candidates;
  delete rest.candidate_propensities;
  return rest as TrainingLogRow;
}
