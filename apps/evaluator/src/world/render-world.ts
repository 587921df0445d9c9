import { html, trusted, type Html } from '@keyart/common';
import type { OfflineRow, OfflineTable, RankerRow, RankerTable } from '@keyart/simulation';
import { renderTable } from '../terminal/table';
import { percent, range } from './figures';
import type { WorldRun } from './run-world';

const HEADING = ['ranker', 'take fraction', 'as served', 'gap closed', '95%', 'lift over production', '95%'];
const MADE_UP =
  'Histories and titles are real where the source says so; the choice model is made up (libs/simulation/src/truth).';

function cells({ name, takeFraction, servedTakeFraction, gapClosed, lift }: RankerRow): string[] {
  const compared = lift ? [percent(lift.value), range(lift)] : ['', ''];
  return [
    name,
    takeFraction.toFixed(4),
    servedTakeFraction.toFixed(4),
    percent(gapClosed.value),
    range(gapClosed),
    ...compared,
  ];
}

const OFFLINE_HEADING = [
  'ranker',
  'true difference',
  'mean estimate',
  'coverage',
  'better',
  'worse',
  'wrong',
];

function offlineCells({ name, truth, meanEstimate, coverage, ...row }: OfflineRow): string[] {
  const counts = [row.betterCount, row.worseCount, row.contradictionCount].map(String);
  return [name, truth.toFixed(4), meanEstimate.toFixed(4), percent(coverage), ...counts];
}

function offlineCaption({ pairCount, drawCount }: OfflineTable): string {
  return `off-policy estimates against production (SNIPS, 95%, Holm), ${drawCount} uniform logs of ${pairCount} decisions of training viewers`;
}

function captionOf({ titles, pairCount, viewerCount }: RankerTable): string {
  return `${titles} titles: ${pairCount} pairs of ${viewerCount} held-out viewers, greedy, by true take probabilities`;
}

function aboutRun({ source, knobs, seed, log, captionModel }: WorldRun): string[] {
  const { tasteWeight, qualityWeight, misleadingWeight, noiseFraction } = knobs;
  return [
    `${source}; w ${tasteWeight}, u ${qualityWeight}, m ${misleadingWeight}, noise ${noiseFraction}; seed ${seed}`,
    `log: ${log.decisionCount} decisions, ${log.takeCount} takes, ${log.uniformCount} in the uniform slice; captions by ${captionModel}`,
  ];
}

/** A run as text. */
export function renderWorldRun(run: WorldRun): string {
  const tables = run.tables.map(
    (table) => `${captionOf(table)}\n${renderTable([HEADING, ...table.rows.map(cells)])}`,
  );
  const { offline } = run;
  const judged = `${offlineCaption(offline)}\n${renderTable([OFFLINE_HEADING, ...offline.rows.map(offlineCells)])}`;
  return [...aboutRun(run), MADE_UP, ...tables, judged].join('\n\n');
}

const STYLE =
  trusted(`<style>body{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1c2430;background:#fff}
table{border-collapse:collapse;margin:1rem 0 2rem;width:100%}th,td{padding:.35rem .6rem;border-bottom:1px solid #d8dee6;text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
th:first-child,td:first-child,caption{text-align:left}caption{font-weight:600;padding:.4rem 0}.bar{display:block;height:.5rem;background:#2f6fb2;border-radius:2px}
.track{background:#e8edf3;border-radius:2px;min-width:8rem}@media (prefers-color-scheme:dark){body{background:#12161c;color:#e6ebf2}th,td{border-color:#2b333d}.track{background:#2b333d}}</style>`);

function rowOf(row: RankerRow): Html {
  const [name, ...rest] = cells(row);
  const width = Math.min(100, Math.max(0, 100 * row.gapClosed.value)).toFixed(1);
  return html`<tr>
    <td>${name}</td>
    ${rest.map((cell) => html`<td>${cell}</td>`)}
    <td>
      <span class="track" style="display:block"><span class="bar" style="width:${width}%"></span></span>
    </td>
  </tr>`;
}

function tableOf(table: RankerTable): Html {
  return html`<table>
    <caption>
      ${captionOf(table)}
    </caption>
    <thead>
      <tr>
        ${HEADING.map((name) => html`<th>${name}</th>`)}
        <th>random → oracle</th>
      </tr>
    </thead>
    <tbody>
      ${table.rows.map(rowOf)}
    </tbody>
  </table>`;
}

function offlineTableOf(offline: OfflineTable): Html {
  const row = (cells: readonly string[]): Html =>
    html`<tr>
      ${cells.map((cell) => html`<td>${cell}</td>`)}
    </tr>`;
  return html`<table>
    <caption>
      ${offlineCaption(offline)}
    </caption>
    <tr>
      ${OFFLINE_HEADING.map((name) => html`<th>${name}</th>`)}
    </tr>
    ${offline.rows.map((one) => row(offlineCells(one)))}
  </table>`;
}

/** A run as a self-contained page. */
export function renderWorldPage(run: WorldRun): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>keyart: rankers in a world with known truth</title>
        ${STYLE}
      </head>
      <body>
        <h1>Rankers in a world with known truth</h1>
        ${aboutRun(run).map((line) => html`<p>${line}</p>`)}
        <p>${MADE_UP}</p>
        ${run.tables.map(tableOf)} ${offlineTableOf(run.offline)}
      </body>
    </html>`;
  return `${page.text}\n`;
}
