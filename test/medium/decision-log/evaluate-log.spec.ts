import { createRandom } from '@keyart/common';
import { Analysis, evaluateLog, type EvaluationOptions, type EvaluationResult } from '@keyart/decision-log';
import type { EstimatorName, PolicyRole } from '@keyart/evaluation';
import { LogFolder, logRows } from '../../factories/decision-log-file.factory';
import { evaluationOptions } from '../../factories/evaluation-options.factory';

const TARGET_VALUE = 0.4225;
const ROWS = logRows(4000);

let folder: LogFolder;
beforeAll(() => {
  folder = new LogFolder();
});
afterAll(() => folder.remove());

async function evaluate(
  { log, target } = ROWS,
  changes: Partial<EvaluationOptions> = {},
): Promise<EvaluationResult> {
  const files = [folder.writeCsv('log.csv', log), folder.writeCsv('target.csv', target)] as const;
  const analysis = await Analysis.open();
  return evaluateLog(analysis, evaluationOptions(...files, changes)).finally(() => analysis.close());
}

function estimateOf(result: EvaluationResult, estimator: EstimatorName, policy: PolicyRole = 'target') {
  const found = result.estimates.find((one) => one.estimator === estimator && one.policy === policy);
  if (!found) throw new Error(`no ${estimator} of ${policy}`);
  return found;
}

/** Fisher–Yates. */
function shuffled<T>(rows: readonly T[]): T[] {
  const random = createRandom('shuffle');
  const all = [...rows];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random.next() * (i + 1));
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all;
}

describe('evaluateLog', () => {
  let result: EvaluationResult;
  beforeAll(async () => {
    result = await evaluate(ROWS, { segments: ['device'] });
  });

  it.each(['ips', 'snips', 'dr', 'sndr'] as const)('%s finds the truth within 3.5 errors', (name) => {
    const { value, standardError } = estimateOf(result, name);
    expect(Math.abs(value - TARGET_VALUE)).toBeLessThan(3.5 * (standardError ?? 0));
  });

  it('says better, by a paired difference of less error than the values apart', () => {
    expect(result.verdict).toBe('better');
    const target = estimateOf(result, 'dr').standardError ?? 0;
    const baseline = estimateOf(result, 'dr', 'baseline').standardError ?? 0;
    expect(result.difference?.estimator).toBe('dr');
    expect(result.difference?.standardError).toBeLessThan(Math.hypot(target, baseline));
  });

  it('agrees with the bootstrap', () => {
    const { interval, bootstrapInterval } = estimateOf(result, 'snips');
    const width = (ends: readonly [number, number] | null) => (ends ? ends[1] - ends[0] : NaN);
    expect(width(bootstrapInterval) / width(interval)).toBeGreaterThan(0.8);
    expect(width(bootstrapInterval) / width(interval)).toBeLessThan(1.25);
  });

  it('tells the value as decisions came in, in the end that of all', () => {
    const { cumulative } = result.diagnostics;
    expect(cumulative.map(({ sampleCount }) => sampleCount)).toEqual(
      Array.from({ length: 20 }, (_, i) => 200 * (i + 1)),
    );
    expect(cumulative[19].value).toBeCloseTo(estimateOf(result, 'snips').value, 12);
  });

  it('tells what the weights are like', () => {
    expect(result.diagnostics).toMatchObject({
      sampleCount: 4000,
      meanCandidateCount: 5,
      isUniformLog: false,
    });
    // Σ π² / π0 − 1 is what true propensities make of the weights' variance.
    const { meanWeight, meanWeightZ, expectedMeanWeight } = result.diagnostics;
    expect(expectedMeanWeight).toBeCloseTo(1, 9);
    const error = Math.sqrt(
      (0.05 ** 2 / 0.4 + 0.05 ** 2 / 0.3 + (0.1 ** 2 + 0.2 ** 2 + 0.6 ** 2) / 0.1 - 1) / 4000,
    );
    expect(Math.abs(meanWeightZ ?? NaN)).toBeLessThanOrEqual(Math.abs(meanWeight - 1) / error + 1e-9);
    expect(Math.abs(meanWeightZ ?? NaN)).toBeLessThan(3);
    expect(result.diagnostics.maxWeight).toBeCloseTo(6, 12);
    // Half of |π − π0|, summed over actions.
    expect(result.diagnostics.disagreementRate).toBeCloseTo(0.6, 1);
    expect(result.diagnostics.calibration.length).toBeGreaterThan(1);
    for (const { meanPropensity, shownFraction, candidateCount } of result.diagnostics.calibration)
      expect(Math.abs(meanPropensity - shownFraction)).toBeLessThan(4 / Math.sqrt(candidateCount));
  });

  it('evaluates segments apart, corrected together', () => {
    expect(result.segments.map(({ value }) => value).sort()).toEqual(['tv', 'web']);
    for (const { adjustedPValue, sampleCount } of result.segments) {
      expect(adjustedPValue).toBeLessThan(0.001);
      expect(sampleCount).toBeGreaterThan(1800);
    }
  });

  it('is the same, byte for byte, with the same seed', async () => {
    expect(JSON.stringify(await evaluate(ROWS, { segments: ['device'] }))).toBe(JSON.stringify(result));
  });

  it('does not depend on the order of rows', async () => {
    const other = await evaluate({ log: shuffled(ROWS.log), target: shuffled(ROWS.target) });
    for (const { estimator, policy, value, standardError, interval, bootstrapInterval } of other.estimates) {
      const wanted = estimateOf(result, estimator, policy);
      for (const side of [0, 1])
        expect(Math.abs((interval?.[side] ?? NaN) - (wanted.interval?.[side] ?? NaN))).toBeLessThan(1e-9);
      expect(Math.abs(value - wanted.value)).toBeLessThan(1e-12);
      expect(Math.abs((standardError ?? 0) - (wanted.standardError ?? 0))).toBeLessThan(1e-12);
      expect(bootstrapInterval).toEqual(wanted.bootstrapInterval);
    }
  });

  it('reads the same policy from a column, and says what that cannot tell', async () => {
    const byColumn = await evaluate(ROWS, { target: { kind: 'column', column: 'own' } });
    expect(estimateOf(byColumn, 'snips').value).toBeCloseTo(estimateOf(result, 'snips').value, 12);
    expect(byColumn.difference?.estimator).toBe('snips');
    expect(byColumn.notComputed).toContainEqual({
      estimator: 'dr',
      why: 'target: of the target only the probability of logged actions is known',
    });
  });

  it('says broken where propensities are not true', async () => {
    const log = ROWS.log.map((row) => ({
      ...row,
      ...{ candidate_propensities: '', propensity: String(Number(row.propensity) / 2) },
    }));
    const broken = await evaluate({ ...ROWS, log });
    expect(broken.warnings.map(({ code }) => code)).toContain('BROKEN_PROPENSITY');
    expect(broken.verdict).toBe('insufficient evidence');
  });

  it('knows no drift of decisions made in one moment', async () => {
    const log = ROWS.log.map((row) => ({ ...row, timestamp: '2026-01-01T00:00:00Z' }));
    expect((await evaluate({ ...ROWS, log })).diagnostics.driftZ).toBeNull();
  });

  it('finds nothing to say of the logging policy itself', async () => {
    const same = await evaluate(ROWS, { target: { kind: 'logging' } });
    expect(same.difference?.value).toBe(0);
    expect(same.verdict).not.toMatch(/better|worse/);
  });

  it('bounds what was never rewarded instead of calling it 0', async () => {
    const log = ROWS.log.map((row) => ({ ...row, reward: '0' }));
    const nothing = await evaluate({ ...ROWS, log });
    expect(estimateOf(nothing, 'ips').interval?.[1]).toBeGreaterThan(0);
    expect(nothing.warnings.map(({ code }) => code)).toContain('FEW_REWARDS');
    expect(nothing.verdict).toBe('insufficient evidence');
  });

  it('leaves out locked decisions, and says so', async () => {
    const log = ROWS.log.map((row, i) => ({ ...row, locked: String(i % 4 === 0) }));
    const unlocked = await evaluate({ ...ROWS, log });
    expect(unlocked.dataset).toMatchObject({ rowCount: 3000, lockedCount: 1000 });
  });
});
