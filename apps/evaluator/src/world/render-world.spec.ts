import type { RankerTable } from '@keyart/simulation';
import { DEFAULT_KNOBS } from '@keyart/simulation';
import { renderWorldPage, renderWorldRun } from './render-world';
import type { WorldRun } from './run-world';

const interval = (value: number): { value: number; low: number; high: number } => ({
  ...{ value, low: value - 0.01, high: value + 0.01 },
});
const TABLE: RankerTable = {
  ...{ titles: 'cold', pairCount: 500, viewerCount: 12, strata: [] },
  rows: [
    {
      name: 'random',
      takeFraction: 0.125,
      servedTakeFraction: 0.125,
      gapClosed: interval(0),
      lift: interval(-0.2),
      liftOverPlus: null,
    },
    {
      name: 'production',
      takeFraction: 0.15,
      servedTakeFraction: 0.14,
      gapClosed: interval(0.4),
      lift: null,
      liftOverPlus: null,
    },
  ],
};
const OFFLINE = {
  ...{ name: 'llm', truth: 0.012, meanEstimate: 0.011, coverage: 0.95 },
  ...{ betterCount: 7, worseCount: 0, contradictionCount: 0 },
};
const RUN: WorldRun = {
  ...{ schema: 'world-run/1', knobs: DEFAULT_KNOBS, source: 'films <b>', seed: 's', softwareVersion: '0' },
  ...{ captionModel: 'words', log: { decisionCount: 10, takeCount: 2, uniformCount: 3 } },
  ...{ tables: [TABLE], speeds: {}, offline: { pairCount: 50, drawCount: 20, rows: [OFFLINE] } },
};

describe('a run of the world', () => {
  it('reads as a table with the rows used and what is made up', () => {
    const text = renderWorldRun(RUN);
    expect(text).toContain('cold titles: 500 pairs of 12 held-out viewers');
    expect(text).toContain('the choice model is made up');
    expect(text).toMatch(/production +0\.1500 +0\.1400 +40\.0% +39\.0% to 41\.0%/);
    expect(text).toMatch(/llm +0\.0120 +0\.0110 +95\.0% +7 +0 +0/);
    expect(text).toMatch(/random +0\.1250 .*−20\.0%/);
  });

  it('is a page that escapes what came from data', () => {
    const page = renderWorldPage(RUN);
    expect(page).toContain('films &lt;b&gt;');
    expect(page).toContain('width:40.0%');
  });
});
