import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { analyzeSummary, readSummary, type ExperimentAnalysis } from '@keyart/experiments';

type Fields = Record<string, unknown>;

const RUN = { version: '0', command: 'keyart ab', now: new Date(0) };
const ARM: Fields = {
  ...{ n: 100, sum: 50, sumSquares: 80, denominatorSum: 200, denominatorSumSquares: 600, crossSum: 130 },
  ...{ covariateSum: 40, covariateSumSquares: 60, covariateCrossSum: 30, denominatorCovariateCrossSum: 90 },
};

describe('a summary file that is wrong', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'keyart-summary-'));
  const file = path.join(folder, 'summary.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  async function analysed(content: unknown, before = ''): Promise<ExperimentAnalysis> {
    writeFileSync(file, `${before}${JSON.stringify(content)}`);
    return analyzeSummary(file, await readSummary(file), RUN);
  }

  /** Two arms, the second changed. */
  function metric(change: Fields = {}, given: Fields = {}): Fields {
    const arms = [
      { ...ARM, name: 'control' },
      { ...ARM, name: 'treatment', ...change },
    ];
    return { name: 'takes', type: 'ratio', arms, ...given };
  }

  it.each([
    ['sumSquares', { sum: 200 }, 'sumSquares is 80, must be 400 at least (sum² / n)'],
    ['crossSum', { crossSum: 300 }, 'crossSum is 300, must be'],
    ['a covariance', { crossSum: -150 }, 'crossSum is -150, must be'],
    ['covariateCrossSum', { covariateCrossSum: 99 }, 'covariateCrossSum is 99, must be'],
    [
      'denominatorCovariateCrossSum',
      { denominatorCovariateCrossSum: 300 },
      'denominatorCovariateCrossSum is 300, must be',
    ],
  ])('%s beyond what Cauchy and Schwarz allow', async (_, change, detail) => {
    await expect(analysed({ metrics: [metric(change)] })).rejects.toMatchObject({
      code: 'BAD_SUMMARY',
      message: expect.stringContaining(`${file}: metric takes, arm treatment: ${detail}`) as string,
    });
  });

  it('squares of a proportion that are not its sum', async () => {
    await expect(analysed({ metrics: [metric({}, { type: 'proportion' })] })).rejects.toMatchObject({
      message: `${file}: metric takes, arm control: sumSquares is 80, must be the sum, 50, of a proportion`,
    });
  });

  it.each([
    ['a metric twice', [metric(), metric()], 'metric takes stands there twice'],
    ['an arm twice', [metric({ name: 'control' })], 'metric takes: arm control stands there twice'],
    [
      'other arms',
      [metric(), metric({ name: 'pilot' }, { name: 'hours', type: 'mean' })],
      'metric hours has the arms control, pilot, metric takes has control, treatment',
    ],
    [
      'arms in another order',
      [
        metric(),
        {
          ...metric({}, { name: 'hours' }),
          arms: [
            { ...ARM, name: 'treatment' },
            { ...ARM, name: 'control' },
          ],
        },
      ],
      'metric hours has the arms treatment, control, metric takes has control, treatment',
    ],
  ])('%s', async (_, metrics, detail) => {
    await expect(analysed({ metrics })).rejects.toMatchObject({
      code: 'BAD_SUMMARY',
      message: expect.stringContaining(`${file}: ${detail}`) as string,
    });
  });

  it.each([
    [{}, 'metrics: is missing'],
    [{ metrics: [metric({ n: undefined })] }, 'metrics[0].arms[1].n: is missing'],
    [{ metrics: [metric({}, { name: undefined })] }, 'metrics[0].name: is missing'],
    [{ metrics: [metric({}, { arms: undefined })] }, 'metrics[0].arms: is missing'],
    [{ metrics: [metric({ sum: undefined })] }, 'metrics[0].arms[1].sum is missing, needed by a ratio'],
    [{ metrics: [metric({ crossSum: undefined })] }, 'metric takes, arm treatment: crossSum is missing'],
  ])('a field that is missing, %#', async (content, detail) => {
    await expect(analysed(content)).rejects.toMatchObject({
      code: 'BAD_SUMMARY',
      message: `${file}: ${detail}`,
    });
  });

  it('may begin with a byte order mark, and is right here', async () => {
    const { metrics } = await analysed({ metrics: [metric()], cuped: true }, '\uFEFF');
    expect(metrics).toMatchObject([{ name: 'takes', effect: 0 }]);
  });
});
