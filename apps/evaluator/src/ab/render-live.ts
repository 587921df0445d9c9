import type { LiveReport } from '@keyart/experiments';
import { renderTable } from '../terminal/table';
import { renderExperiment } from './render-experiment';

/** An experiment of the service as text: sizes and what forbids reading it, comparisons, exposures, and the winner last. */
export function renderLive(report: LiveReport): string {
  const { experiment, name, status, startedAt, stoppedAt, stoppedArms, winner } = report;
  const span = stoppedAt === null ? `since ${startedAt}` : `${startedAt} to ${stoppedAt}`;
  return [
    `${name} (${experiment}): ${status}, ${span}`,
    renderExperiment(report),
    '',
    exposureTable(report),
    ...stoppedArms.map(
      ({ arm, stoppedAt: at, reason }) => `${arm} was taken out at ${at.toISOString()}: ${reason}`,
    ),
    `winner: ${winner.arm ?? 'none'} (${winner.reason})`,
  ].join('\n');
}

function exposureTable({ exposures }: LiveReport): string {
  const rows = exposures.map(({ arm, memberCount, decisionCount, fallbackFraction }) => [
    ...[arm, String(memberCount), String(decisionCount), `${(100 * fallbackFraction).toFixed(1)}%`],
  ]);
  return renderTable([['arm', 'members', 'decisions', 'served by another tier'], ...rows]);
}
