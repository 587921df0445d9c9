import { readFileSync } from 'node:fs';
import { Analysis, evaluateLog, validateLog, type EvaluationOptions } from '@keyart/decision-log';
import { LogFolder, logRows } from '../../factories/decision-log-file.factory';
import { evaluationOptions } from '../../factories/evaluation-options.factory';

type Row = Record<string, string>;

let folder: LogFolder;
beforeEach(() => {
  folder = new LogFolder();
});
afterEach(() => folder.remove());

async function withAnalysis<T>(work: (analysis: Analysis) => Promise<T>): Promise<T> {
  const analysis = await Analysis.open();
  return work(analysis).finally(() => analysis.close());
}

function evaluated(file: string, target: string, changes: Partial<EvaluationOptions> = {}) {
  return withAnalysis((analysis) => evaluateLog(analysis, evaluationOptions(file, target, changes)));
}

/** Threads read rows of a policy in an order of their own; here it is another one each time. */
function turningRows(analysis: Analysis, first: string): Analysis {
  let order = first;
  return new Proxy(analysis, {
    get(real, name: keyof Analysis) {
      if (name !== 'run') return (real[name] as (sql: string) => unknown).bind(real);
      return (sql: string) => {
        if (!/TABLE target_long AS/.test(sql)) return real.run(sql);
        const turned = `${sql} ORDER BY probability ${order}`;
        order = order === 'ASC' ? 'DESC' : 'ASC';
        return real.run(turned);
      };
    },
  });
}

/** A good log of 40 rows, but for the change to row 8. */
function logWith(change: Row): string {
  const { log } = logRows(40);
  return folder.writeCsv(
    'log.csv',
    log.map((row, i) => (i === 7 ? { ...row, ...change } : row)),
  );
}

describe('rows that are wrong', () => {
  it.each([
    [{ propensity: '0' }, 'propensity is not a number in (0, 1] in 1 row: row 8 has 0'],
    [{ propensity: '1.2' }, 'propensity is not a number in (0, 1] in 1 row: row 8 has 1.2'],
    [{ propensity: 'NaN' }, 'propensity is not a number in (0, 1] in 1 row: row 8 has NaN'],
    [{ propensity: 'often' }, 'propensity is not a number in (0, 1] in 1 row: row 8 has often'],
    [{ reward: '' }, 'reward is not a finite number in 1 row: row 8 has nothing'],
    [{ reward: 'inf' }, 'reward is not a finite number in 1 row: row 8 has inf'],
    [{ action: 'other' }, 'action is not among the candidates in 1 row: row 8 has other'],
    [{ action: '' }, 'action is missing in 1 row: row 8 has nothing'],
    [{ decision_id: 'd0' }, 'decision_id stands there more than once in 2 rows: row 1 has d0; row 8 has d0'],
    [{ candidate_propensities: '[0.4,0.3,0.1,0.1,0.08]' }, 'candidate_propensities do not sum to 1 in 1 row'],
    [
      { propensity: '1e-12' },
      'propensity is below 1e-9, too little to be weighed by in 1 row: row 8 has 1e-12',
    ],
    [{ reward: '2e6' }, 'reward is beyond ±1000000'],
    [{ user_id: '' }, 'user_id is missing in 1 row: row 8 has nothing'],
    [{ decision_id: '' }, 'decision_id is missing in 1 row: row 8 has nothing'],
    [{ timestamp: 'yesterday' }, 'timestamp is no date or time in 1 row: row 8 has yesterday'],
    [{ candidates: 'a;b' }, 'candidates are no list of texts in 1 row: row 8 has nothing'],
    [{ candidates: '["x","x"]' }, 'candidates name one twice or leave one out in 1 row: row 8 has [x, x]'],
    [{ candidate_propensities: '' }, 'candidate_propensities are no list of numbers in 1 row'],
    [
      { candidate_propensities: '[1.4,-0.4,0,0,0]' },
      'candidate_propensities are not all numbers in [0, 1] in 1 row: row 8 has [1.4, -0.4, 0.0, 0.0, 0.0]',
    ],
    [
      { candidate_propensities: '[0.5,0.5]' },
      'candidate_propensities are not as many as candidates in 1 row',
    ],
  ])('%j', async (change, message) => {
    const { target } = logRows(40);
    const log = logWith(change);
    await expect(evaluated(log, folder.writeCsv('target.csv', target))).rejects.toMatchObject({
      code: 'BAD_LOG_ROWS',
      message: expect.stringContaining(message) as string,
    });
    await expect(withAnalysis((one) => validateLog(one, { file: log }))).resolves.toMatchObject({
      isValid: false,
      rowCount: 40,
    });
  });

  it('are set aside on request, and counted', async () => {
    const { target } = logRows(40);
    const quarantine = folder.file('aside.csv');
    const log = logWith({ propensity: '-1' });
    const result = await evaluated(log, folder.writeCsv('target.csv', target), { quarantine });
    expect(result.dataset).toMatchObject({ rowCount: 39, quarantinedCount: 1, quarantineFile: quarantine });
    expect(readFileSync(quarantine, 'utf8').split('\n')[1]).toMatch(/^8,d7,/);
  });
});

describe('policies that are wrong', () => {
  function targetWith(change: (rows: Row[]) => Row[]): string {
    return folder.writeCsv('target.csv', change(logRows(40).target));
  }
  const good = (): string => folder.writeCsv('log.csv', logRows(40).log);

  it.each([
    [
      'probabilities that sum to .98',
      (rows: Row[]) => rows.map((row, i) => (i === 2 ? { ...row, probability: '0.08' } : row)),
      'probability does not sum to 1 over the decision in 1 row: row 1 has d0: 0.98',
    ],
    [
      'text',
      (rows: Row[]) => rows.map((row, i) => (i === 2 ? { ...row, probability: 'much' } : row)),
      'probability is not a number in [0, 1] in 1 row: row 3 has much',
    ],
    [
      'an action twice',
      (rows: Row[]) => [...rows, { ...rows[0], probability: '0' }],
      'action stands there twice for its decision in 1 row: row 1 has d0: ',
    ],
    [
      'a decision that is not there',
      (rows: Row[]) => rows.slice(5),
      'decision_id of the log has no probabilities',
    ],
  ])('%s', async (_, change, message) => {
    await expect(evaluated(good(), targetWith(change))).rejects.toMatchObject({
      code: 'BAD_LOG_ROWS',
      message: expect.stringContaining(message) as string,
    });
  });

  it.each(['ASC', 'DESC'])('a sum at the very tolerance, as the rows come first %s', async (first) => {
    const probabilities = ['0.1', '0.1', '0.1', '0.1', '0.600001'];
    const target = targetWith((rows) =>
      rows.map((row, i) => (i < 5 ? { ...row, probability: probabilities[i] } : row)),
    );
    await expect(
      withAnalysis((analysis) =>
        evaluateLog(turningRows(analysis, first), evaluationOptions(good(), target)),
      ),
    ).resolves.toMatchObject({ dataset: { rowCount: 40 } });
  });

  it('a column that is not there', async () => {
    const target = { kind: 'column', column: 'gone' } as const;
    await expect(evaluated(good(), '', { target })).rejects.toMatchObject({
      code: 'MISSING_COLUMN',
      message: expect.stringContaining('column gone is not there') as string,
    });
  });

  it('predictions without q', async () => {
    const options = { rewardModel: { kind: 'table' } } as const;
    await expect(
      evaluated(
        good(),
        targetWith((rows) => rows),
        options,
      ),
    ).rejects.toMatchObject({
      message: expect.stringContaining('needs the column q') as string,
    });
  });
});
