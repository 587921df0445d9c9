import { existsSync, writeFileSync } from 'node:fs';
import { Analysis, buildHoldout, readHoldoutSplit, type HoldoutOptions } from '@keyart/decision-log';
import { exitCodeOf } from '@keyart/common';
import { LogFolder } from '../../factories/decision-log-file.factory';
import { holdoutOptions } from '../../factories/holdout-options.factory';
import { slicedLog, withoutColumn, type SlicedRow } from '../../factories/sliced-log.factory';

const ROWS = slicedLog({ rowCount: 300 });

let folder: LogFolder;
beforeEach(() => {
  folder = new LogFolder();
});
afterEach(() => folder.remove());

/** What building says where it must fail: with code 2, and without a file left behind. */
async function failure(
  rows: readonly SlicedRow[],
  changes: Partial<HoldoutOptions> = {},
): Promise<{ code: string; message: string }> {
  const out = folder.file('holdout.parquet');
  const analysis = await Analysis.open();
  const error: unknown = await buildHoldout(
    analysis,
    holdoutOptions(folder.writeCsv('log.csv', rows), out, changes),
  )
    .then(() => null)
    .catch((cause: unknown) => cause)
    .finally(() => analysis.close());
  expect(exitCodeOf(error)).toBe(2);
  for (const file of [out, `${out}.unfinished`, folder.file('holdout.manifest.json')])
    expect(existsSync(file)).toBe(false);
  return error as { code: string; message: string };
}

/** The rows but for the change to row 8. */
function changed(change: SlicedRow): SlicedRow[] {
  return ROWS.map((row, i) => (i === 7 ? { ...row, ...change } : row));
}

describe('logs that no holdout can be made of', () => {
  it.each([
    [{ timestamp: 'yesterday' }, 'timestamp is not a time in 1 row: row 8 has yesterday'],
    [{ timestamp: '' }, 'timestamp is not a time in 1 row: row 8 has nothing'],
    [{ user_id: '' }, 'user_id is missing in 1 row: row 8 has nothing'],
    [{ decision_id: '' }, 'decision_id is missing in 1 row: row 8 has nothing'],
    [{ title_id: '' }, 'title_id is missing in 1 row: row 8 has nothing'],
    [{ candidates: '', candidate_propensities: '' }, 'candidates are missing in 1 row: row 8 has nothing'],
    [{ propensity: '1.5' }, 'propensity is not a number in (0, 1] in 1 row: row 8 has 1.5'],
    [{ decision_id: 'd1' }, 'decision_id stands there more than once in 2 rows'],
  ])('%j', async (change, message) => {
    const error = await failure(changed(change as SlicedRow));
    expect([error.code, error.message]).toEqual(['BAD_LOG_ROWS', expect.stringContaining(message)]);
  });

  it.each(['decision_id', 'user_id', 'timestamp', 'title_id', 'candidates', 'propensity'])(
    'without the column %s',
    async (column) => {
      const error = await failure(withoutColumn(ROWS, column));
      expect(error.code).toBe('MISSING_COLUMN');
      expect(error.message).toContain(`column ${column} is not there`);
    },
  );

  it('without a row of the slice, naming those there are', async () => {
    const { code, message } = await failure(ROWS, { slice: 'exploration' });
    expect(code).toBe('EMPTY_HOLDOUT');
    expect(message).toMatch(/none of the slice exploration.*none \(\d+\), uniform \(\d+\); --slice/);
    expect(message).toMatch(/rows of the log: 300\n.*not locked: 294\n/);
  });

  it('whose time ends before', async () => {
    const period = { kind: 'from', from: new Date('2030-01-01') } as const;
    expect((await failure(ROWS, { period })).message).toContain(
      '--from 2030-01-01T00:00:00.000Z: the log ends before',
    );
  });

  it('with an --out that is no Parquet', async () => {
    const error = await failure(ROWS, { out: folder.file('holdout.csv') });
    expect(error.message).toMatch(/^--out .*holdout\.csv: must end in \.parquet/);
  });
});

describe('manifests that training cannot read', () => {
  const SPLIT = { version: 'holdout-split/1', salt: 'a', memberShare: 0.2, from: '2026-01-01T00:00:00.000Z' };

  it.each([
    ['{', 'is no JSON with the field split'],
    ['{}', 'is no JSON with the field split'],
    [
      JSON.stringify({ split: { ...SPLIT, version: 'holdout-split/9' } }),
      'split.version must be holdout-split/1',
    ],
    [
      JSON.stringify({ split: { ...SPLIT, memberShare: 2 } }),
      'split.memberShare must be a number in (0, 1), not 2',
    ],
    [JSON.stringify({ split: { ...SPLIT, from: 'soon' } }), 'split.from must be a time, not "soon"'],
  ])('%s', async (text, message) => {
    const file = folder.file('manifest.json');
    writeFileSync(file, text);
    await expect(readHoldoutSplit(file)).rejects.toMatchObject({
      code: 'BAD_HOLDOUT_MANIFEST',
      message: expect.stringContaining(message) as string,
    });
  });

  it('are not there', async () => {
    await expect(readHoldoutSplit(folder.file('gone.json'))).rejects.toMatchObject({
      message: expect.stringContaining('gone.json: cannot be read') as string,
    });
  });
});
