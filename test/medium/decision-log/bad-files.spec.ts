import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { Analysis, validateLog } from '@keyart/decision-log';
import { LogFolder, logRows } from '../../factories/decision-log-file.factory';

let folder: LogFolder;
beforeEach(() => {
  folder = new LogFolder();
});
afterEach(() => folder.remove());

async function withAnalysis<T>(work: (analysis: Analysis) => Promise<T>): Promise<T> {
  const analysis = await Analysis.open();
  return work(analysis).finally(() => analysis.close());
}

const validated = (file: string) => withAnalysis((analysis) => validateLog(analysis, { file }));

describe('files that are unusual', () => {
  it('a Parquet file with a column file_row_number of its own', async () => {
    const csv = folder.writeCsv('log.csv', logRows(40).log);
    const file = folder.file('log.parquet');
    await withAnalysis((one) =>
      one.run(
        `COPY (SELECT 7 AS FILE_row_number, * REPLACE (CASE decision_id WHEN 'd7' THEN 2 ELSE propensity END AS propensity) FROM '${csv}') TO '${file}' (FORMAT parquet)`,
      ),
    );
    await expect(validated(file)).resolves.toMatchObject({
      rowCount: 40,
      faults: [{ column: 'propensity', examples: [{ row: 8, value: '2.0' }] }, {}],
    });
  });
});

/** A good log of 40 rows as lines of text, headings first. @returns the path of what became of them */
function logOf(change: (lines: string[]) => string): string {
  const file = folder.writeCsv('log.csv', logRows(40).log);
  writeFileSync(file, change(readFileSync(file, 'utf8').trimEnd().split('\n')));
  return file;
}

describe('blank lines of a CSV', () => {
  const withBlanks = (end: string) => (lines: string[]) =>
    [...lines.slice(0, 4), '', ...lines.slice(4, 9), '', '', ...lines.slice(9), ''].join(end);

  it.each([
    ['\n', 'line feeds'],
    ['\r\n', 'carriage returns, too'],
  ])('are a fault that names their rows, with %j', async (end) => {
    const { isValid, faults, rowCount } = await validated(logOf(withBlanks(end)));
    expect({ isValid, rowCount }).toEqual({ isValid: false, rowCount: 40 });
    expect(faults).toMatchObject([
      { column: 'line', problem: 'is blank', count: 3, examples: [{ row: 4 }, { row: 10 }, { row: 11 }] },
    ]);
  });

  it('may be left out like rows that are set aside', async () => {
    const quarantine = folder.file('aside.csv');
    const found = await withAnalysis((one) =>
      validateLog(one, { file: logOf(withBlanks('\n')), quarantine }),
    );
    expect(found).toMatchObject({ isValid: true, rowCount: 40, quarantinedCount: 0 });
    expect(found.notes).toContain('3 blank lines left out');
  });

  it('at the end are no fault, but told', async () => {
    const found = await validated(logOf((lines) => `${lines.join('\n')}\n\n\n`));
    expect(found).toMatchObject({ isValid: true, rowCount: 40 });
    expect(found.notes).toContain('2 blank lines at the end of the file passed over');
  });

  it('within a quoted text are part of it', async () => {
    const found = await validated(
      logOf((lines) => lines.map((line) => line.replace(/"(tv|web)"/, '"$1\n\nset"')).join('\n')),
    );
    expect(found).toMatchObject({ isValid: true, rowCount: 40 });
  });
});

describe('files that are wrong', () => {
  it('with a column twice', async () => {
    const file = logOf(([head, ...rows]) =>
      [head.replace('"own"', 'own').replace('own', 'Reward'), ...rows].join('\n'),
    );
    await expect(validated(file)).rejects.toMatchObject({
      code: 'BAD_LOG_FILE',
      message: `${file}: column Reward stands there twice, as reward before`,
    });
  });

  it('with a column twice in Parquet', async () => {
    const csv = folder.writeCsv('log.csv', logRows(40).log);
    const file = folder.file('log.parquet');
    await withAnalysis((one) =>
      one.run(`COPY (SELECT *, 1 AS rewarx FROM '${csv}') TO '${file}' (FORMAT parquet)`),
    );
    writeFileSync(file, Buffer.from(readFileSync(file, 'latin1').replaceAll('rewarx', 'reward'), 'latin1'));
    await expect(validated(file)).rejects.toMatchObject({
      code: 'BAD_LOG_FILE',
      message: `${file}: column reward stands there twice`,
    });
  });

  it.each([
    [
      40,
      'with few fields',
      (line: string) => line.slice(0, line.indexOf(',', 30)),
      /has \d+ fields? where there are 11 headings/,
    ],
    [40, 'within quotes', (line: string) => line.slice(0, -2), /a quoted text that does not end/],
    [
      90_000,
      'with few fields',
      (line: string) => line.slice(0, line.indexOf(',', 30)),
      /has \d+ fields? where there are 11 headings/,
    ],
    [90_000, 'within quotes', (line: string) => line.slice(0, -2), /a quoted text that does not end/],
  ] as const)('a CSV of %i rows that is cut %s, by its row', async (...[count, , cut, detail]) => {
    const file = logOf(([head, ...rows]) => {
      const many = Array.from({ length: count - 1 }, (_, i) => rows[i % rows.length].replace('"d', `"${i}d`));
      return [head, ...many, cut(rows[0])].join('\n');
    });
    const error = await validated(file).catch((cause: Error) => cause.message);
    expect(error).toMatch(detail);
    expect(error).toContain(`log.csv cannot be read: row ${count} has`);
  });

  it('empty', async () => {
    writeFileSync(folder.file('empty.csv'), '');
    await expect(validated(folder.file('empty.csv'))).rejects.toMatchObject({ code: 'BAD_LOG_FILE' });
  });

  it('headings alone', async () => {
    writeFileSync(folder.file('headings.csv'), 'action,propensity,reward\n');
    await expect(validated(folder.file('headings.csv'))).rejects.toMatchObject({
      message: expect.stringContaining('has no rows') as string,
    });
  });

  it('not there', async () => {
    await expect(validated(folder.file('gone.csv'))).rejects.toMatchObject({
      message: expect.stringContaining('gone.csv is no file') as string,
    });
  });

  it('of an unknown kind', async () => {
    await expect(validated('log.xlsx')).rejects.toMatchObject({
      message: expect.stringContaining('must be one of .parquet') as string,
    });
  });

  it('without a column that is needed', async () => {
    const rows = logRows(5).log.map(({ propensity, ...rest }) => ({ ...rest, score: propensity }));
    await expect(validated(folder.writeCsv('log.csv', rows))).rejects.toMatchObject({
      code: 'MISSING_COLUMN',
      message: expect.stringContaining('say --map propensity=YOUR_COLUMN') as string,
    });
  });

  it('with another separator than its kind has', async () => {
    const file = folder.writeCsv('log.csv', logRows(5).log, '¦');
    await expect(validated(file)).rejects.toMatchObject({
      code: expect.stringMatching(/MISSING_COLUMN|BAD_LOG_FILE/) as string,
    });
  });

  it.each(['parquet', 'csv'])('%s cut in the middle', async (kind) => {
    const whole = folder.writeCsv('log.csv', logRows(2000).log);
    if (kind === 'parquet') {
      const out = folder.file('log.parquet');
      await withAnalysis((one) => one.run(`COPY (SELECT * FROM '${whole}') TO '${out}' (FORMAT parquet)`));
    }
    const file = folder.file(`log.${kind}`);
    truncateSync(file, Math.floor(statSync(file).size / 2));
    const error = await validated(file).then(
      ({ isValid, faults }) => ({ isValid, message: JSON.stringify(faults) }),
      (cause: Error) => ({ isValid: false, message: cause.message }),
    );
    expect(error.isValid).toBe(false);
    expect(error.message).toMatch(/log\.(parquet|csv)/);
  });
});
