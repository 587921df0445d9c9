import { Analysis, evaluateLog, type EvaluationResult, type MatchStratum } from '@keyart/decision-log';
import { LogFolder } from '../../factories/decision-log-file.factory';
import { evaluationOptions } from '../../factories/evaluation-options.factory';
import { slicedLog, type SlicedRow } from '../../factories/sliced-log.factory';

const ROWS = slicedLog({ rowCount: 6000 }).filter(({ slice }) => slice === 'uniform');
const PRODUCTION = { kind: 'column', column: 'production' } as const;

let folder: LogFolder;
beforeAll(() => {
  folder = new LogFolder();
});
afterAll(() => folder.remove());

async function evaluated(target: string, rows: readonly SlicedRow[] = ROWS): Promise<EvaluationResult> {
  const analysis = await Analysis.open();
  const policies = { target: { kind: 'column', column: target } as const, baseline: PRODUCTION };
  const options = evaluationOptions(folder.writeCsv('log.csv', rows), '', policies);
  return evaluateLog(analysis, options).finally(() => analysis.close());
}

function countsOf(rows: readonly SlicedRow[]): number[] {
  return rows.map((row) => (JSON.parse(row.candidates) as string[]).length);
}

describe('the match of an evaluation', () => {
  let result: EvaluationResult;
  beforeAll(async () => {
    result = await evaluated('perfect');
  });

  it('is as many as there are candidates for the perfect policy, stratum by stratum', () => {
    expect(result.match.strata.map(({ candidates }) => candidates.from)).toEqual([1, 2, 3, 5, 8]);
    for (const { candidates, target } of result.match.strata)
      expect(target?.value).toBeCloseTo(candidates.from, 9);
    expect(result.match.strata[0].difference?.value).toBeCloseTo(0, 12);
  });

  it('sums up: decisions, shares, and values by shares', () => {
    const { overall, strata } = result.match;
    const sum = (of: (stratum: MatchStratum) => number) => strata.reduce((all, one) => all + of(one), 0);
    expect(sum(({ sampleCount }) => sampleCount)).toBe(overall.sampleCount);
    expect(sum(({ chanceShare }) => chanceShare ?? NaN)).toBeCloseTo(1, 12);
    for (const key of ['target', 'baseline', 'difference'] as const)
      expect(sum((one) => (one.chanceShare ?? NaN) * (one[key]?.value ?? NaN))).toBeCloseTo(
        overall[key]?.value ?? NaN,
        12,
      );
    const byName = result.estimates.find(
      (one) => one.estimator === 'normalised-ips' && one.policy === 'target',
    );
    expect(overall.target).toMatchObject({ value: byName?.value, standardError: byName?.standardError });
    expect(overall.verdict).toBe('better');
  });

  it('is 1 for the uniform policy, exactly', async () => {
    const rows = ROWS.map((row) => ({ ...row, even: row.propensity }));
    const { match } = await evaluated('even', rows);
    for (const { target } of [match.overall, ...match.strata]) {
      expect(target?.value).toBeCloseTo(1, 12);
      expect(target?.interval?.[0]).toBeLessThanOrEqual(1 + 1e-12);
      expect(target?.interval?.[1]).toBeGreaterThanOrEqual(1 - 1e-12);
    }
  });

  it('gives no verdict where few rewards carry weight, and a bound where none does', async () => {
    const counts = countsOf(ROWS);
    let kept = 0;
    const rows = ROWS.map((row, i): SlicedRow => {
      const isKept = counts[i] !== 8 || (row.reward === '1' && kept++ < 5);
      // Among five candidates the target shows what nobody takes.
      const never = counts[i] === 5 && row.reward === '1' ? '0' : row.perfect;
      return { ...row, reward: isKept ? row.reward : '0', perfect: never };
    });
    const { match } = await evaluated('perfect', rows);
    const of = (count: number) => match.strata.find(({ candidates }) => candidates.from === count);
    expect(of(8)).toMatchObject({ rewardedRowCount: { target: 5 }, verdict: 'insufficient evidence' });
    expect(of(5)).toMatchObject({
      ...{ target: { value: 0, standardError: null }, rewardedRowCount: { target: 0 } },
      ...{ difference: { interval: null }, pValue: null, verdict: 'insufficient evidence' },
    });
    const none = rows.map((row, i): SlicedRow => ({ ...row, perfect: counts[i] === 5 ? '0' : row.perfect }));
    none.forEach((row, i) => {
      if (counts[i] === 5 && row.action.endsWith('a4') && row.reward === '0') row.perfect = '1';
    });
    const unlucky = (await evaluated('perfect', none)).match.strata[3].target?.interval;
    expect(unlucky?.[0]).toBe(0);
    expect(unlucky?.[1]).toBeGreaterThan(0);
  });

  it('counts rewards that a policy only touches by what they are worth', async () => {
    const counts = countsOf(ROWS);
    const rows = ROWS.map((row, i) => ({
      ...row,
      perfect: counts[i] === 8 && i % 40 !== 0 ? String(Number(row.perfect) * 0.01) : row.perfect,
    }));
    const stratum = (await evaluated('perfect', rows)).match.strata[4];
    expect(stratum.rewardedRowCount.target).toBeGreaterThan(10);
    expect(stratum.effectiveRewardedCount.target).toBeLessThan(10);
    expect(stratum.verdict).toBe('insufficient evidence');
  });

  it('is not defined where nothing is earned, and never NaN', async () => {
    const rows = ROWS.map((row) => ({ ...row, reward: '0' }));
    const { match } = await evaluated('perfect', rows);
    expect(match.overall).toMatchObject({ target: null, baseline: null, chanceShare: null });
    expect(JSON.stringify(match)).not.toMatch(/NaN|Infinity/);
  });

  it('gives no verdict where a warning forbids one', async () => {
    const rows = ROWS.map((row) => ({
      ...row,
      ...{ candidate_propensities: '', propensity: String(Number(row.propensity) / 2) },
    }));
    const { match, warnings } = await evaluated('perfect', rows);
    expect(warnings.map(({ code }) => code)).toContain('BROKEN_PROPENSITY');
    expect(new Set([match.overall, ...match.strata].map(({ verdict }) => verdict))).toEqual(
      new Set(['insufficient evidence']),
    );
  });
});
