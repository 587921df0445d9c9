import { DEFAULT_KNOBS, NULL_INSIGHT_KNOBS, type RankerRow, type RankerTable } from '@keyart/simulation';
import type { InsightAblation } from '../insights/run-insights';
import type { WorldRun } from '../run-world';
import { floorLines } from './floors';
import { renderResults } from './render-results';

const interval = (value: number, half = 0.01): { value: number; low: number; high: number } => ({
  ...{ value, low: value - half, high: value + half },
});
const row = (name: string, gap: number, [lift, half]: readonly [number | null, number?]): RankerRow => ({
  ...{ name, takeFraction: 0.15, servedTakeFraction: 0.14, gapClosed: interval(gap) },
  lift: lift === null ? null : interval(lift, half),
  liftOverPlus: lift === null ? null : interval(lift - 0.05, half),
});
const tableOf = (titles: 'warm' | 'cold', rows: readonly RankerRow[]): RankerTable => ({
  ...{ titles, pairCount: 5000, viewerCount: 129, rows },
  strata: [{ counts: [2, 4], pairCount: 900, gapClosed: { LLM: interval(0.3) } }],
});
const RUN: WorldRun = {
  ...{ schema: 'world-run/1', knobs: DEFAULT_KNOBS, source: 'films', seed: 's', softwareVersion: '0' },
  ...{
    captionModel: 'words',
    log: { decisionCount: 10, takeCount: 2, uniformCount: 3 },
    speeds: { small: 5000 },
  },
  offline: {
    ...{ pairCount: 50, drawCount: 20 },
    rows: [
      {
        name: 'LLM',
        truth: 0.01,
        meanEstimate: 0.012,
        coverage: 0.95,
        betterCount: 7,
        worseCount: 0,
        contradictionCount: 0,
      },
    ],
  },
  tables: [
    tableOf('warm', [
      row('production', 0.35, [null]),
      row('LLM', 0.4, [0.02]),
      row('hybrid (LLM)', 0.61, [0.1]),
      row('hybrid (small)', 0.55, [0.08]),
    ]),
    tableOf('cold', [
      row('production', 0.3, [null]),
      row('LLM', 0.41, [0.04, 0.05]),
      row('hybrid (LLM)', 0.5, [0.09]),
      row('hybrid (small)', 0.5, [0.089]),
    ]),
  ],
};
const INSIGHT_RUN = {
  ...({ schema: 'world-insights/1', source: 'films', seed: 's', softwareVersion: '0' } as const),
  ...{ captionModel: 'words', decisionCount: 100 },
};
const insightAblation = (lift: number): InsightAblation => ({
  knobs: NULL_INSIGHT_KNOBS,
  weights: { similarity: 1, 'micro-genre': 0, scene: 0.01 },
  transfer: { similarity: { isOn: true, gain: 0.12, standardError: 0.02 }, 'micro-genre': null },
  tables: [tableOf('warm', [row('+ scene', 0.4, [lift])]), tableOf('cold', [row('+ scene', 0.4, [lift])])],
  offline: {
    ...{ pairCount: 50, drawCount: 10 },
    rows: [{ ...RUN.offline.rows[0], name: '+ scene', betterCount: 2 }],
  },
});
const NAMES = { model: 'LLM', hybrid: 'hybrid (LLM)', student: 'hybrid (small)' };

describe('floorLines', () => {
  it('holds every figure against what was asked', () => {
    expect(floorLines(RUN, NAMES).map(({ asked, isMet }) => [asked, isMet])).toEqual([
      ['model alone closes ≥ 40% of the gap, cold titles', true],
      ['model alone beats production, cold titles', false],
      ['hybrid over production ≥ +5%, warm titles', true],
      ['hybrid over production ≥ +8%, cold titles', true],
      ['hybrid closes ≥ 60% of the gap, warm titles', true],
      ['hybrid closes ≥ 60% of the gap, cold titles', false],
      ['hybrid over production+ above 0, warm titles', true],
      ['hybrid over production+ above 0, cold titles', true],
      ["student keeps ≥ 90% of the hybrid's gain, warm titles", false],
      ["student keeps ≥ 90% of the hybrid's gain, cold titles", true],
    ]);
  });

  it('misses what was not run', () => {
    const lines = floorLines(RUN, { model: 'other', hybrid: 'hybrid (other)' });
    expect(lines).toHaveLength(8);
    expect(lines.every(({ isMet, measured }) => !isMet && measured === 'not run')).toBe(true);
  });
});

describe('renderResults', () => {
  it('tells of floors, tables, logs, the null world and the notes', () => {
    const nullRun = {
      ...({ schema: 'world-null/1', seed: 's', drawCount: 20, rankers: ['LLM'] } as const),
      ...{ betterDrawCount: 1, worseDrawCount: 0, declared: [] },
    };
    const page = renderResults({
      runs: [{ heading: 'w = 1', run: RUN }],
      names: NAMES,
      nullRun,
      ablation: {
        ...{ schema: 'world-ablation/1', source: 'films', seed: 's', softwareVersion: '0' },
        readRightly: { 'no history': [0.9, 0.6] },
        tables: [
          tableOf('warm', [row('no history', 0.02, [null])]),
          tableOf('cold', [row('no history', 0.01, [null])]),
        ],
      },
      insights: { ...INSIGHT_RUN, planted: insightAblation(0.04), nothing: insightAblation(0) },
      notes: '## Tried\n\nMuch.\n',
    });
    expect(page).toContain(
      '| hybrid closes ≥ 60% of the gap, cold titles | 50.0% (49.0% to 51.0%) | **missed** |',
    );
    expect(page).toContain('**cold titles**, 5000 pairs of 129 held-out viewers');
    expect(page).toContain('| LLM | 0.0100 | 0.0120 | 95.0% | 7 | 0 | 0 |');
    expect(page).toContain('declared better: **1** (floor: at most 3)');
    expect(page).toContain('| LLM | 30.0% (29.0% to 31.0%) |');
    expect(page).toContain('| no history | 2.0% (1.0% to 3.0%) | 1.0% (0.0% to 2.0%) | 90.0%, 60.0% |');
    expect(page).toContain('| + scene | 4.0% (3.0% to 5.0%) | 4.0% (3.0% to 5.0%) | 2 better, 0 worse |');
    expect(page).toContain('| + scene | 0.0% (−1.0% to 1.0%) |');
    expect(page).toContain('similarity 12.0% ± 2.0% (on), micro-genre nothing');
    expect(page).toContain('small decides 5000 times a second');
    expect(page.endsWith('Much.\n')).toBe(true);
  });
});
