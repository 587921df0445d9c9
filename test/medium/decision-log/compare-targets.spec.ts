import {
  Analysis,
  compareTargets,
  evaluateLog,
  type ComparisonOptions,
  type ComparisonResult,
  type PolicySpec,
} from '@keyart/decision-log';
import { LogFolder, logRows } from '../../factories/decision-log-file.factory';
import { evaluationOptions, evaluationSettings } from '../../factories/evaluation-options.factory';

const ROW_COUNT = 4000;
const ROWS = logRows(ROW_COUNT);
/** Rewards of the five pictures are .2, .25, .3, .35, .5: what a policy is worth. */
const POLICIES = {
  good: { probabilities: [0.05, 0.05, 0.1, 0.2, 0.6], value: 0.4225 },
  bad: { probabilities: [0.8, 0.1, 0.05, 0.03, 0.02], value: 0.2205 },
  same: { probabilities: [0.4, 0.3, 0.1, 0.1, 0.1], value: 0.27 },
} as const;
type Name = keyof typeof POLICIES;

let folder: LogFolder;
let log: string;
beforeAll(() => {
  folder = new LogFolder();
  log = folder.writeCsv('log.csv', ROWS.log);
});
afterAll(() => folder.remove());

function policyFile(name: Name): PolicySpec {
  const { probabilities } = POLICIES[name];
  const rows = ROWS.target.map((row, i) => ({ ...row, probability: String(probabilities[i % 5]) }));
  return { kind: 'file', file: folder.writeCsv(`${name}.csv`, rows) };
}

async function compare(
  targets: readonly PolicySpec[],
  changes: Partial<ComparisonOptions> = {},
): Promise<ComparisonResult> {
  const analysis = await Analysis.open();
  const options = { ...evaluationSettings(log), targets, ...changes };
  return compareTargets(analysis, options).finally(() => analysis.close());
}

describe('compareTargets', () => {
  let result: ComparisonResult;
  let specs: Record<Name, PolicySpec>;
  beforeAll(async () => {
    specs = { good: policyFile('good'), bad: policyFile('bad'), same: policyFile('same') };
    result = await compare([specs.bad, specs.good, specs.same]);
  });
  const of = (name: Name) => {
    const i = (['bad', 'good', 'same'] as const).indexOf(name);
    return result.targets[i];
  };

  it.each(['good', 'bad', 'same'] as const)('finds what %s is worth within 3.5 errors', (name) => {
    const { value, baselineValue } = of(name);
    expect(Math.abs((value?.value ?? NaN) - POLICIES[name].value)).toBeLessThan(
      3.5 * (value?.standardError ?? 0),
    );
    expect(Math.abs((baselineValue?.value ?? NaN) - 0.27)).toBeLessThan(
      3.5 * (baselineValue?.standardError ?? 0),
    );
  });

  it('gives verdicts and chooses the one that is better', () => {
    expect([of('bad').verdict, of('good').verdict]).toEqual(['worse', 'better']);
    expect(of('same').verdict).not.toMatch(/better|worse/);
    expect(of('same')).toMatchObject({ pValue: null, adjustedPValue: null, simultaneousInterval: null });
    expect(result.choice).toMatchObject({
      ...{ target: of('good').target, lowerBound: of('good').simultaneousInterval?.[0] },
    });
  });

  it('says of each what an evaluation of it alone says, one after the other', async () => {
    const analysis = await Analysis.open();
    const options = evaluationOptions(log, '', { target: specs.good });
    const alone = await evaluateLog(analysis, options).finally(() => analysis.close());
    expect(of('good').difference).toEqual(alone.difference);
    expect(of('good').differences).toEqual(alone.differences);
    expect(of('good').diagnostics).toEqual(alone.diagnostics);
    expect(result.dataset).toEqual(alone.dataset);
  });

  it('corrects p-values over the targets that have one', async () => {
    const file = folder.writeCsv('short.csv', ROWS.log.slice(0, 400));
    const { targets } = await compare([specs.bad, specs.good, specs.same], { file });
    const [bad, good, same] = targets;
    const [p, q] = [bad.pValue ?? NaN, good.pValue ?? NaN];
    expect(Math.max(p, q)).toBeGreaterThan(1e-9);
    expect(Math.max(p, q)).toBeLessThan(0.2);
    expect(bad.adjustedPValue).toBe(p < q ? 2 * p : Math.max(2 * q, p));
    expect(good.adjustedPValue).toBe(q < p ? 2 * q : Math.max(2 * p, q));
    expect(same.adjustedPValue).toBeNull();
  });

  it('widens intervals for all', () => {
    const width = (ends: readonly [number, number] | null | undefined) => (ends ? ends[1] - ends[0] : NaN);
    const { simultaneousInterval, difference } = of('bad');
    // Normal quantiles of 1 − .05 / 2 and 1 − .05 / 6.
    expect(width(simultaneousInterval) / width(difference?.interval)).toBeCloseTo(2.394 / 1.96, 1);
  });

  it('is the same, byte for byte, with the same seed', async () => {
    const again = await compare([specs.bad, specs.good, specs.same], { now: new Date(1) });
    expect(JSON.stringify({ ...again, createdAt: result.createdAt })).toBe(JSON.stringify(result));
  });

  it('keeps the baseline where nothing is better', async () => {
    const { choice } = await compare([specs.bad, specs.same]);
    expect(choice).toMatchObject({ target: null, lowerBound: null });
  });

  it('keeps the baseline where diagnostics forbid a verdict', async () => {
    const few = folder.writeCsv('few.csv', ROWS.log.slice(0, 60));
    const { choice, targets } = await compare([specs.good, specs.bad], { file: few });
    expect(targets[0].warnings.map(({ code }) => code)).toContain('LOW_ESS');
    expect(choice.target).toBeNull();
  });

  it.each([
    [['good'], 'takes two targets at least'],
    [['good', 'bad', 'good'], 'is given twice'],
  ] as const)('refuses %j', async (names, message) => {
    await expect(compare(names.map((name) => specs[name]))).rejects.toMatchObject({
      code: 'BAD_EVALUATION_OPTION',
      message: expect.stringContaining(message) as string,
    });
  });
});
