import { renderTable } from '../../../apps/evaluator/src/terminal/table';
import type { FaultReport, PeriodReport } from './fault-report';

const SHOWN_COUNT = 20;
const HEADING = [
  'fault',
  'times',
  'requests',
  'lost',
  'double',
  'unanswered',
  'turned away',
  'cut off',
  'recovery ms',
  'largest',
  'pages by tier',
];

function rowOf(row: PeriodReport): string[] {
  const tiers = Object.entries(row.tiers).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    row.period,
    String(row.strikeCount),
    String(row.requestCount),
    String(row.lostCount),
    String(row.doubleCount),
    String(row.unansweredCount),
    String(row.turnedAwayCount),
    String(row.cutOffCount),
    row.recoveryMs ? String(row.recoveryMs.median) : '',
    row.recoveryMs ? String(row.recoveryMs.largest) : '',
    tiers.map(([tier, count]) => `${tier} ${count}`).join(', '),
  ];
}

/** The table, what was kept, and the first of what went wrong. */
export function renderFaultReport(report: FaultReport): string {
  const { decisions, events, films, jobs, uploads, readBack } = report.ledger;
  const kept = `compared: ${decisions} decisions, ${events} events and their rewards, ${films} films, ${jobs} jobs (${report.failedJobCount} failed visibly), ${uploads} pictures (${readBack} read back at once)`;
  const wrong = report.findings
    .slice(0, SHOWN_COUNT)
    .map(({ kind, during, what }) => `${kind} (${during}): ${what}`);
  const odd = report.oddities.slice(0, SHOWN_COUNT);
  const ends = `processes that ended unasked: ${report.crashCount}; faults not recovered from: ${report.unrecoveredCount}`;
  const verdict = report.isPassed ? 'passed' : 'FAILED';
  return [
    renderTable([HEADING, ...report.periods.map(rowOf)]),
    '',
    kept,
    ends,
    ...wrong,
    ...odd,
    verdict,
  ].join('\n');
}
