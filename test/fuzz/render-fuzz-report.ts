import { renderTable } from '../../apps/evaluator/src/terminal/table';
import type { FuzzReport } from './run-schemathesis';

const HEADING = ['sender', 'operations', 'requests', 'failures', 'not generated'];

/** One row a sender, then every failure by its check. */
export function renderFuzzReport(reports: Readonly<Record<string, FuzzReport>>): string {
  const rows = Object.entries(reports).map(([sender, { operations, test_cases, failures, errors }]) => [
    sender,
    String(operations.tested),
    String(test_cases.generated),
    String(failures.length),
    String(errors.reduce((sum, { count }) => sum + count, 0)),
  ]);
  const failed = Object.values(reports).flatMap(({ failures, errors }) => [
    ...failures.map((failure) => JSON.stringify(failure)),
    ...errors.map(({ title, count }) => `${title}: ${count}`),
  ]);
  return [renderTable([HEADING, ...rows]), ...failed].join('\n');
}
