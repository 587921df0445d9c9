import { Analysis, readDesign, type DesignOptions, type LogDesign } from '@keyart/decision-log';
import { plannedComparison } from '../../../apps/evaluator/src/evaluation/power-design';
import { LogFolder, logRows } from '../../factories/decision-log-file.factory';

const ROW_COUNT = 1000;
const ROWS = logRows(ROW_COUNT);
const MEAN_REWARD = ROWS.log.reduce((sum, { reward }) => sum + Number(reward), 0) / ROW_COUNT;

let folder: LogFolder;
let files: { log: string; target: string };
beforeAll(() => {
  folder = new LogFolder();
  files = { log: folder.writeCsv('log.csv', ROWS.log), target: folder.writeCsv('target.csv', ROWS.target) };
});
afterAll(() => folder.remove());

async function designOf(changes: Partial<DesignOptions> = {}): Promise<LogDesign> {
  const analysis = await Analysis.open();
  const target = { kind: 'file', file: files.target } as const;
  const options: DesignOptions = { file: files.log, baseline: { kind: 'logging' }, target, ...changes };
  return readDesign(analysis, options).finally(() => analysis.close());
}

describe('readDesign', () => {
  it('takes candidates, mean reward and total variation off the log', async () => {
    const design = await designOf();
    expect(design).toMatchObject({ sampleCount: ROW_COUNT, actionCount: 5 });
    expect(design.baseRate).toBeCloseTo(MEAN_REWARD, 12);
    // Half of |.4 − .05| + |.3 − .05| + 0 + |.1 − .2| + |.1 − .6|.
    expect(design.disagreement).toBeCloseTo(0.6, 12);
  });

  it('estimates the same from weights where a policy is known for logged actions only', async () => {
    const { disagreement } = await designOf({ target: { kind: 'column', column: 'own' } });
    // |w − 1| is at most 5, so that its mean has an error below 5 / √n.
    expect(Math.abs((disagreement ?? NaN) - 0.6)).toBeLessThan(3 * (5 / 2 / Math.sqrt(ROW_COUNT)));
    expect(disagreement).not.toBe(0.6);
  });

  it('takes the baseline’s value for the base rate', async () => {
    const { baseRate } = await designOf({ baseline: { kind: 'file', file: files.target } });
    // .4225 in truth; weights up to 6, so that the error is below .04.
    expect(Math.abs(baseRate - 0.4225)).toBeLessThan(0.1);
    expect(baseRate).toBeGreaterThan(MEAN_REWARD + 0.05);
  });

  it('does not ask how far nothing differs', async () => {
    expect((await designOf({ target: null })).disagreement).toBeNull();
  });
});

const noDatabase = () => Promise.reject(new Error('asked for the database'));

describe('plannedComparison with a log', () => {
  const flags = () => ({ log: files.log, baseline: 'logging', lift: '0.05', alpha: '0.05' });

  it('takes from it what is not given', async () => {
    const { design, sampleCount } = await plannedComparison({ ...flags(), target: files.target }, noDatabase);
    expect(sampleCount).toBe(ROW_COUNT);
    expect(design).toMatchObject({ actionCount: 5, alpha: 0.05 });
    expect(design.disagreement).toBeCloseTo(0.6, 12);
  });

  it('lets flags override it', async () => {
    const given = { actions: '3', baseRate: '0.1', disagreement: '0.25', n: '77' };
    expect(await plannedComparison({ ...flags(), ...given }, noDatabase)).toEqual({
      design: { actionCount: 3, baseRate: 0.1, disagreement: 0.25, alpha: 0.05 },
      sampleCount: 77,
    });
  });

  it.each([
    [{}, '--disagreement is missing: give it, or --target'],
    [{ target: 'logging' }, 'disagreement is 0, must be in (0, 1]'],
    [{ target: 'policy:uniform', map: 'reward=gone' }, 'column gone is not there'],
  ])('refuses %j', async (change, message) => {
    await expect(plannedComparison({ ...flags(), ...change }, noDatabase)).rejects.toThrow(message);
  });
});
