import type { OfflineTable, RankerTable } from '@keyart/simulation';
import { percent, withRange } from '../figures';
import type { NullRun } from '../run-null';
import type { AblationRun } from '../run-ablations';
import type { WorldRun } from '../run-world';
import type { InsightRun } from '../insights/run-insights';
import { floorLines, type FloorNames } from './floors';
import { insightsPart } from './insights-part';
import { markdownTable } from './markdown-table';

/** What the page is made of. */
export interface ResultParts {
  /** By heading; the first is the one that floors are judged on. */
  readonly runs: readonly { readonly heading: string; readonly run: WorldRun }[];
  readonly names: FloorNames;
  readonly nullRun: NullRun | null;
  readonly ablation: AblationRun | null;
  readonly insights: InsightRun | null;
  /** Markdown of a hand, put at the end. */
  readonly notes: string;
}

function rankerTable({ titles, pairCount, viewerCount, rows }: RankerTable): string {
  const body = rows.map(({ name, takeFraction, servedTakeFraction, gapClosed, lift }) => [
    ...[name, takeFraction.toFixed(4), servedTakeFraction.toFixed(4), withRange(gapClosed)],
    lift ? withRange(lift) : '',
  ]);
  const heading = ['ranker', 'take fraction', 'as served', 'gap closed (95%)', 'lift over production (95%)'];
  return `**${titles} titles**, ${pairCount} pairs of ${viewerCount} held-out viewers\n\n${markdownTable(heading, body)}`;
}

/** Gap closed by the number of candidates. */
function strataTable({ titles, strata, rows }: RankerTable): string {
  const heading = strata.map(
    ({ counts: [least, most], pairCount }) => `${least}–${most} pictures (${pairCount} pairs)`,
  );
  const body = rows
    .filter(({ name }) => strata.some(({ gapClosed }) => name in gapClosed))
    .map(({ name }) => [name, ...strata.map(({ gapClosed }) => withRange(gapClosed[name]))]);
  return `**${titles} titles**\n\n${markdownTable(['ranker', ...heading], body)}`;
}

function ablationPart(ablation: AblationRun | null): string[] {
  if (ablation === null) return [];
  const [warm, cold] = ablation.tables;
  const body = warm.rows.map(({ name, gapClosed }, i) => [
    ...[name, withRange(gapClosed), withRange(cold.rows[i].gapClosed)],
    (ablation.readRightly[name] ?? []).map(percent).join(', '),
  ]);
  const text =
    `The model alone on ${warm.pairCount} pairs of each kind, with something kept from it, with half of its work done for it (what a worker reads off the ` +
    'pictures, the leanings that lookups are taught), and as it was before and during training. Gap closed from random to oracle.';
  return [
    '## Ablations and learning curve',
    text,
    markdownTable(['', 'warm titles', 'cold titles', 'pictures read rightly'], body),
  ];
}

function offlineTable({ pairCount, drawCount, rows }: OfflineTable): string {
  const body = rows.map((row) => [
    ...[row.name, row.truth.toFixed(4), row.meanEstimate.toFixed(4), percent(row.coverage)],
    ...[row.betterCount, row.worseCount, row.contradictionCount].map(String),
  ]);
  const heading = [
    'ranker',
    'true difference',
    'mean estimate',
    'coverage of 95%',
    'declared better',
    'worse',
    'wrongly',
  ];
  return `${drawCount} uniform logs of ${pairCount} decisions, pictures and outcomes drawn anew, SNIPS against production, Holm over rankers.\n\n${markdownTable(heading, body)}`;
}

function aboutRun({ source, knobs, seed, log, captionModel, speeds }: WorldRun): string {
  const { tasteWeight, qualityWeight, misleadingWeight, noiseFraction } = knobs;
  const timed = Object.entries(speeds).map(([name, speed]) => `; ${name} decides ${speed} times a second`);
  return (
    `${source}; w = ${tasteWeight}, u = ${qualityWeight}, m = ${misleadingWeight}, noise ${noiseFraction}; seed \`${seed}\`; ` +
    `${log.decisionCount} decisions, ${log.takeCount} takes, ${log.uniformCount} in the uniform slice; captions by ${captionModel}${timed.join('')}.`
  );
}

function nullPart(nullRun: NullRun | null): string[] {
  if (nullRun === null) return [];
  const { drawCount, rankers, betterDrawCount, worseDrawCount } = nullRun;
  const text =
    `${drawCount} draws of the outcomes with no picture better than another; rankers fitted anew; a log of its own judges them against production, Holm over ` +
    `${rankers.length} rankers (${rankers.join(', ')}). Draws with any ranker declared better: **${betterDrawCount}** (floor: at most ${Math.round(0.15 * drawCount)}); worse: ${worseDrawCount}.`;
  return ['## Null world', text];
}

/** The result page, Markdown. */
export function renderResults({ runs, names, nullRun, ablation, insights, notes }: ResultParts): string {
  const [first] = runs;
  const floors = floorLines(first.run, names).map(({ asked, measured, isMet }) => [
    asked,
    measured,
    isMet ? 'met' : '**missed**',
  ]);
  const parts = [
    '# Results',
    'Written by `keyart world results` from runs kept as JSON in [results/](results/); the world and its commands are explained in [the guide](world/README.md). **The choice model of the ' +
      'world is made up**; histories and titles are real where the source says so. Greedy against greedy, by true take probabilities, intervals by viewer.',
    ...['## Floors', markdownTable(['asked', 'measured', ''], floors)],
    ...runs.flatMap(({ heading, run }) => [`## ${heading}`, aboutRun(run), ...run.tables.map(rankerTable)]),
    ...['## By number of candidates', 'Gap closed, w = 1.', ...first.run.tables.map(strataTable)],
    ...ablationPart(ablation),
    ...insightsPart(insights),
    ...['## What logs alone say', offlineTable(first.run.offline)],
    ...nullPart(nullRun),
    ...(notes.trim() === '' ? [] : [notes.trim()]),
  ];
  return `${parts.join('\n\n')}\n`;
}
