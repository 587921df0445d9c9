import { createRandom } from '@keyart/common';
import { Analysis, evaluateLog, type EvaluationOptions, type EvaluationResult } from '@keyart/decision-log';
import type { PolicyRole } from '@keyart/evaluation';
import { LogFolder, logRows } from '../../factories/decision-log-file.factory';
import { evaluationOptions } from '../../factories/evaluation-options.factory';

type Row = Record<string, string>;

const ROW_COUNT = 2000;
const ROWS = logRows(ROW_COUNT);
/** Of the five pictures of a title: logged with .4, .3 | .1, .1, .1, the target's .05, .05 | .1, .2, .6. */
const FACETS = ['face', 'face', 'place', 'place', 'place'];
const FACET_WEIGHTS = [0.1 / 0.7, 0.1 / 0.7, 0.9 / 0.3, 0.9 / 0.3, 0.9 / 0.3];

let folder: LogFolder;
beforeAll(() => {
  folder = new LogFolder();
});
afterAll(() => folder.remove());

function pictureOf({ action }: Row): number {
  return Number(action.slice(-1));
}

function withFacets(facets: readonly string[], rows: readonly Row[] = ROWS.log): Row[] {
  return rows.map((row) => ({ ...row, candidate_facets: JSON.stringify(facets) }));
}

function without(columns: readonly string[], rows: readonly Row[]): Row[] {
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name))),
  );
}

async function evaluate(
  log: readonly Row[],
  changes: Partial<EvaluationOptions> = {},
): Promise<EvaluationResult> {
  const files = [folder.writeCsv('log.csv', log), folder.writeCsv('target.csv', ROWS.target)] as const;
  const analysis = await Analysis.open();
  const options = evaluationOptions(...files, { bootstrapDrawCount: 0, ...changes });
  return evaluateLog(analysis, options).finally(() => analysis.close());
}

function estimateOf(result: EvaluationResult, estimator: string, policy: PolicyRole = 'target') {
  const found = result.estimates.find((one) => one.estimator === estimator && one.policy === policy);
  if (!found) throw new Error(`no ${estimator} of ${policy}: ${JSON.stringify(result.notComputed)}`);
  return found;
}

function whyNot(result: EvaluationResult): string[] {
  return result.notComputed.filter(({ estimator }) => estimator === 'mips').map(({ why }) => why);
}

/** En[w_f r] by hand. */
function expectedValue(rows: readonly Row[], weights: readonly number[]): number {
  return rows.reduce((sum, row) => sum + weights[pictureOf(row)] * Number(row.reward), 0) / rows.length;
}

/** A file that gives each picture of each title its facet. */
function facetFile(facets: readonly string[]): string {
  const actions = [...new Set(ROWS.target.map(({ action }) => action))];
  return folder.writeCsv(
    'facets.csv',
    actions.map((action) => ({ action, facet: facets[pictureOf({ action })] })),
  );
}

describe('MIPS over facets', () => {
  it('weights what pictures show, within the candidates of the row', async () => {
    const result = await evaluate(withFacets(FACETS));
    expect(estimateOf(result, 'mips').value).toBeCloseTo(expectedValue(ROWS.log, FACET_WEIGHTS), 12);
    expect(estimateOf(result, 'mips', 'baseline').value).toBeCloseTo(result.diagnostics.meanReward, 12);
    expect(whyNot(result)).toEqual([]);
  });

  it('says the same of a file, whatever the log says', async () => {
    const ofColumn = await evaluate(withFacets(FACETS));
    const ofFile = await evaluate(withFacets(['a', 'a', 'a', 'a', 'a']), { facets: facetFile(FACETS) });
    expect(estimateOf(ofFile, 'mips')).toEqual(estimateOf(ofColumn, 'mips'));
    expect(ofFile.configuration.facets).toBe(folder.file('facets.csv'));
  });

  it('finds the column by its mapping', async () => {
    const log = withFacets(FACETS).map(({ candidate_facets: shows, ...row }) => ({ ...row, shows }));
    const result = await evaluate(log, { map: 'candidate_facets=shows' });
    expect(estimateOf(result, 'mips').value).toBeCloseTo(expectedValue(ROWS.log, FACET_WEIGHTS), 12);
  });

  it('is IPS where every picture has a facet of its own, and the mean reward where all share one', async () => {
    const [own, shared] = [['a', 'b', 'c', 'd', 'e'], Array.from({ length: 5 }, () => 'a')];
    const byPicture = await evaluate(withFacets(own));
    const { value, standardError } = estimateOf(byPicture, 'ips');
    expect(estimateOf(byPicture, 'mips').value).toBeCloseTo(value, 12);
    expect(estimateOf(byPicture, 'mips').standardError).toBeCloseTo(standardError ?? NaN, 12);
    const all = await evaluate(withFacets(shared));
    expect(estimateOf(all, 'mips').value).toBeCloseTo(all.diagnostics.meanReward, 12);
  });

  it('finds the truth with a smaller error than IPS where rewards hang on facets alone', async () => {
    const random = createRandom('facet rewards');
    const rates = [0.2, 0.2, 0.5, 0.5, 0.5];
    const log = ROWS.log.map((row) => ({
      ...row,
      reward: String(Number(random.next() < rates[pictureOf(row)])),
    }));
    const result = await evaluate(withFacets(FACETS, log));
    const [mips, ips] = [estimateOf(result, 'mips'), estimateOf(result, 'ips')];
    // .1 · .2 + .9 · .5
    expect(Math.abs(mips.value - 0.47)).toBeLessThan(3.5 * (mips.standardError ?? 0));
    // √(1.132 / 1.832) = .786 of it in truth.
    expect(mips.standardError).toBeLessThan(0.9 * (ips.standardError ?? 0));
  });

  it('takes uniform rows for evenly likely where candidate propensities were not logged', async () => {
    const random = createRandom('uniform');
    const log = without(['candidate_propensities'], withFacets(FACETS)).map((row) => {
      const candidates = JSON.parse(row.candidates) as string[];
      return { ...row, propensity: '0.2', action: candidates[Math.floor(5 * random.next())] };
    });
    const result = await evaluate(log);
    const weights = [0.1 / 0.4, 0.1 / 0.4, 0.9 / 0.6, 0.9 / 0.6, 0.9 / 0.6];
    expect(estimateOf(result, 'mips').value).toBeCloseTo(expectedValue(log, weights), 12);
    expect(estimateOf(result, 'mips', 'baseline').value).toBeCloseTo(result.diagnostics.meanReward, 12);
  });
});

describe('MIPS stays out', () => {
  it('without facets', async () => {
    expect(whyNot(await evaluate(ROWS.log))).toEqual([
      'target: facets of actions were not given',
      'baseline: facets of actions were not given',
    ]);
  });

  it('where it is not known how likely the candidates were', async () => {
    const log = without(['candidate_propensities'], withFacets(FACETS));
    const [why] = whyNot(await evaluate(log));
    expect(why).toBe(
      'target: how likely each candidate was is not known of 2000 decisions, which have no candidate_propensities and are not uniform',
    );
  });

  it('where the target is known for logged actions only', async () => {
    const result = await evaluate(withFacets(FACETS), { target: { kind: 'column', column: 'own' } });
    expect(whyNot(result)).toEqual(['target: of the target only the probability of logged actions is known']);
  });
});

describe('facets that are wrong', () => {
  const wrong = (candidate_facets: string): Row[] =>
    withFacets(FACETS).map((row, i) => (i === 7 ? { ...row, candidate_facets } : row));
  it.each([
    ['["face"]', 'candidate_facets are not as many as candidates in 1 row: row 8 has 1 for 5'],
    ['face', 'candidate_facets are no list in 1 row: row 8 has nothing'],
    [
      '["a","b","c","d",null]',
      'candidate_facets leave a candidate without a facet in 1 row: row 8 has [a, b, c, d, NULL]',
    ],
  ])('in the log: %s', async (cell, message) => {
    await expect(evaluate(wrong(cell))).rejects.toMatchObject({
      code: 'BAD_LOG_ROWS',
      message: expect.stringContaining(message) as string,
    });
  });

  it.each([
    [[{ action: 't0-a0', facet: 'face' }], 'candidates have no facet in '],
    [[{ action: 't0-a0', facet: '' }], 'facet is missing in 1 row: row 1 has t0-a0'],
    [
      ['face', 'face', 'place'].map((facet) => ({ action: 't0-a0', facet })),
      'action has two facets in 1 row: row 1 has t0-a0',
    ],
    [[{ action: 't0-a0', shows: 'face' }], 'column facet is not there (needed of facets)'],
  ])('in a file: %j', async (rows: Row[], message) => {
    const facets = folder.writeCsv('wrong.csv', rows);
    await expect(evaluate(ROWS.log, { facets })).rejects.toThrow(message);
  });

  it('without candidates to be facets of', async () => {
    const log = without(['candidates', 'candidate_propensities'], ROWS.log);
    await expect(evaluate(log, { facets: facetFile(FACETS) })).rejects.toThrow(
      'facets need the column candidates',
    );
  });
});
