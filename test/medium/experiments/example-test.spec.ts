import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '@keyart/common';
import { Analysis } from '@keyart/decision-log';
import {
  analyzeData,
  analyzeSummary,
  monitorData,
  parseMetricSpec,
  readSummary,
  renderExperimentReport,
  renderMonitorReport,
  type ExperimentDataOptions,
} from '@keyart/experiments';

const EXAMPLES = path.join(projectRoot(), 'docs/evaluation/examples');
const DAYS = path.join(EXAMPLES, 'ab-days.csv');
const TRUE_LIFT = 0.285 / 0.24 - 1;
const NO_TEXT = /NaN|Infinity|undefined|\bnull\b/;
const RUN = { version: '0', command: 'keyart ab', now: new Date(0) };

type Fields = string[];
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'keyart-ab-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function optionsOf(changes: Partial<ExperimentDataOptions> = {}): ExperimentDataOptions {
  const metrics = ['takes=ratio(takes,impressions)', 'hours=mean(hours)~hours_before'];
  return {
    ...{ file: DAYS, metrics: [...metrics, 'early_stops=ratio(early_stops,takes)'].map(parseMetricSpec) },
    columns: { arm: 'arm', member: 'user_id', day: 'day', segments: ['device'] },
    ...{ control: null, guardrails: new Map([['early_stops', 0.15]]), weights: null, run: RUN },
    lowerIsBetter: new Set(['early_stops']),
    method: { relative: true, cuped: true, correction: 'holm' },
    ...changes,
  };
}

async function withAnalysis<T>(work: (analysis: Analysis) => Promise<T>): Promise<T> {
  const analysis = await Analysis.open();
  return work(analysis).finally(() => analysis.close());
}

/** The example with rows changed, or left out where the change is null. @param change row from 0 */
function changedFile(change: (fields: Fields, row: number) => Fields | null): string {
  const [head, ...lines] = readFileSync(DAYS, 'utf8').trimEnd().split('\n');
  const rows = lines.flatMap((line, row) => change(line.split(','), row)?.join(',') ?? []);
  const file = path.join(folder, 'changed.csv');
  writeFileSync(file, `${[head, ...rows].join('\n')}\n`);
  return file;
}

describe('the test in the guide', () => {
  it('finds the lift that is there, none where there is none, and holds its guardrail', async () => {
    const { metrics, warnings } = await withAnalysis((analysis) => analyzeData(analysis, optionsOf()));
    expect(warnings).toEqual([]);
    expect(metrics.map(({ verdict }) => verdict)).toEqual([
      ...['better', 'no difference shown', 'no difference shown'],
    ]);
    const [low, high] = metrics[0].interval ?? [null, null];
    expect(low).toBeLessThan(TRUE_LIFT);
    expect(high).toBeGreaterThan(TRUE_LIFT);
    expect(metrics[2].guardrail?.state).toBe('held');
  });

  it('says the same from sums', async () => {
    const metrics = optionsOf().metrics.slice(0, 2);
    const fromRows = await withAnalysis((analysis) =>
      analyzeData(analysis, optionsOf({ metrics, guardrails: new Map() })),
    );
    const file = path.join(EXAMPLES, 'ab-summary.json');
    const fromSums = await analyzeSummary(file, await readSummary(file), RUN);
    for (const [i, { effect, pValue }] of fromSums.metrics.entries()) {
      expect(effect).toBeCloseTo(fromRows.metrics[i].effect ?? NaN, 9);
      expect(pValue).toBeCloseTo(fromRows.metrics[i].pValue ?? NaN, 9);
    }
    expect(renderExperimentReport(fromSums)).not.toMatch(NO_TEXT);
  });

  it.each([
    ['asymptotic-cs', 'decided'],
    ['msprt', 'decided'],
    ['group-sequential', 'go on'],
  ] as const)('is watched by %s', async (sequential, advice) => {
    const isSlow = sequential === 'group-sequential';
    const options = optionsOf({
      ...{ method: { relative: true, sequential }, guardrails: new Map() },
      ...{ metrics: [parseMetricSpec('takes=ratio(takes,impressions)')] },
      file: isSlow ? changedFile((row) => (row[2] < '2026-03-05' ? row : null)) : DAYS,
    });
    const monitor = await withAnalysis((analysis) =>
      monitorData(analysis, { ...options, plannedMembers: 2200 }),
    );
    expect(monitor).toMatchObject({ advice, weights: [1, 1] });
    expect(renderMonitorReport(monitor)).not.toMatch(NO_TEXT);
  });
});

describe('the tests of the warning pages', () => {
  const isLate = (day: string): boolean => day > '2026-03-08';

  it.each([
    ['SAMPLE_RATIO_MISMATCH', (row: Fields) => (row[1] === 'control' || Number(row[4]) > 3 ? row : null)],
    ['LEAKED_TRAFFIC', (row: Fields) => (/^u2?3$/.test(row[0]) ? row.with(1, 'pilot') : row)],
    [
      'MULTIPLE_EXPOSURE',
      (row: Fields, i: number) =>
        i > 2853 ? row.with(1, row[1] === 'control' ? 'treatment' : 'control') : row,
    ],
    [
      'EFFECT_CHANGES',
      (row: Fields) =>
        row[1] === 'treatment' && isLate(row[2]) && Number(row[5]) > 1
          ? row.with(5, String(Number(row[5]) - 1))
          : row,
    ],
  ])('%s is raised, and only a change of the effect lets an arm win', async (code, change) => {
    const weights =
      code === 'LEAKED_TRAFFIC' ? new Map(Object.entries({ control: 1, treatment: 1, pilot: 0 })) : null;
    const options = optionsOf({
      ...{ file: changedFile(change), weights, guardrails: new Map() },
      metrics: [parseMetricSpec('takes=ratio(takes,impressions)')],
    });
    const result = await withAnalysis((analysis) => analyzeData(analysis, options));
    expect(result.warnings.map((warning) => warning.code)).toContain(code);
    const page = renderExperimentReport(result);
    expect(page.includes('no winner can be named')).toBe(code !== 'EFFECT_CHANGES');
    expect(page).not.toMatch(NO_TEXT);
  });
});
