import type { ReviewLag } from '@keyart/db';
import { renderTable } from '../terminal/table';
import type { ReviewImport } from './import-reviews';

const MS_PER_SECOND = 1_000;

/** How fast rows went. */
export function rateOf(count: number, elapsedMs: number): number {
  return elapsedMs > 0 ? (count * MS_PER_SECOND) / elapsedMs : 0;
}

/** What became of the file, for people. */
export function renderImport(report: ReviewImport): string {
  const { rowCount, acceptedCount, duplicateCount, refusedCount, refused, elapsedMs } = report;
  const rows = refused.map(({ row, field, code, detail }) => [String(row), field, code, detail]);
  const hidden = refusedCount - refused.length;
  return [
    `${rowCount} rows in ${(elapsedMs / MS_PER_SECOND).toFixed(1)} s (${rateOf(rowCount, elapsedMs).toFixed(0)} a second): ` +
      `${acceptedCount} new, ${duplicateCount} known, ${refusedCount} refused`,
    ...(rows.length > 0 ? [renderTable([['row', 'field', 'code', 'what is wrong'], ...rows])] : []),
    ...(hidden > 0 ? [`and ${hidden} more`] : []),
  ].join('\n');
}

/** The lag, for people. */
export function renderLag(lag: ReviewLag, floorSeconds: number): string {
  const seconds = (value: number | null): string => (value === null ? '–' : `${value.toFixed(2)} s`);
  return [
    `from receipt to the first profile, ${lag.profiledCount} of ${lag.reviewCount} reviews (floor: 95% within ${floorSeconds} s)`,
    renderTable([
      ['median', '95%', '99%', 'most'],
      [lag.medianSeconds, lag.p95Seconds, lag.p99Seconds, lag.mostSeconds].map(seconds),
    ]),
  ].join('\n');
}
