import { renderTable } from '../../terminal/table';
import { percent, range, withRange } from '../figures';
import type { ServeDayRow, ServeReport } from './serve-report';
import { LEAST_DECISIONS_PER_SECOND } from './serve-report';

const HEADING = [
  ...['day', 'decisions', 'decisions/s', 'takes', 'true takes', 'random', 'oracle'],
  ...['gap closed', '95%', 'by tier', 'bandit'],
];

function tiersOf({ sources }: ServeDayRow): string {
  const met = Object.entries(sources).filter(([, share]) => share > 0);
  return met.map(([source, share]) => `${source} ${percent(share)}`).join(', ');
}

function cells(row: ServeDayRow): string[] {
  const { day, decisionCount, decisionsPerSecond, gapClosed, banditVersion } = row;
  const { takeFraction, trueTakeFraction, randomTakeFraction, oracleTakeFraction } = row;
  const fractions = [takeFraction, trueTakeFraction, randomTakeFraction, oracleTakeFraction];
  return [
    ...[String(day), String(decisionCount), decisionsPerSecond.toFixed(0)],
    ...fractions.map((fraction) => fraction.toFixed(4)),
    ...(gapClosed ? [percent(gapClosed.value), range(gapClosed)] : ['', '']),
    ...[tiersOf(row), banditVersion ?? ''],
  ];
}

function verdictOf({ summary: { rise } }: ServeReport): string {
  if (!rise) return 'one day: nothing to compare';
  const word = rise.low > 0 ? 'rose' : rise.high < 0 ? 'fell' : 'neither rose nor fell for certain';
  return `gap closed ${word} from first to last day: ${withRange(rise)}`;
}

/** What came of serving a world, as text. */
export function renderServe(report: ServeReport): string {
  const { counts, summary, days, seed, pageSize, source } = report;
  const { decisionsPerSecond, decisionCount, eventCount, isFastEnough } = summary;
  const speed = `${decisionsPerSecond.toFixed(0)} decisions/s over HTTP, ${isFastEnough ? 'above' : 'below'} the floor of ${LEAST_DECISIONS_PER_SECOND}`;
  const undecidedCount = days.reduce((sum, day) => sum + day.undecidedCount, 0);
  return [
    `${source}; ${counts.titles} titles, ${counts.artworks} artworks, ${counts.viewers} viewers, pages of ${pageSize}; seed ${seed}`,
    renderTable([HEADING, ...days.map(cells)]),
    `${decisionCount} decisions, ${eventCount} events; ${speed}`,
    ...(undecidedCount > 0 ? [`${undecidedCount} titles had no decision`] : []),
    verdictOf(report),
  ].join('\n');
}
