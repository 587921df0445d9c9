import { renderTable } from '../terminal/table';
import type { ParityReport } from './measure-parity';

/** The comparison for people. */
export function renderParity(report: ParityReport): string {
  const { agreement, groupCount } = report;
  const rows = [
    [report.modelVersion, 'value'],
    ['prompts', String(report.promptCount)],
    ['difference of label probabilities, mean', report.meanDifference.toFixed(4)],
    [`largest, prompt ${report.largestAt + 1}`, report.largestDifference.toFixed(4)],
    [`same pick, of ${groupCount}`, agreement === null ? 'no groups' : `${(100 * agreement).toFixed(1)}%`],
  ];
  return renderTable(rows);
}
