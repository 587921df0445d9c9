import type { Analysis } from '../analysis';
import type { FaultyRow, LogFault } from './log-fault';
import type { LogCheck } from './log-checks';

const EXAMPLE_COUNT = 5;

/** Faults of the table `log`, by kind. @param file for messages */
export async function findFaults(
  analysis: Analysis,
  file: string,
  checks: readonly LogCheck[],
): Promise<LogFault[]> {
  const counted = checks.map(({ isWrong }, i) => `(count(*) FILTER (${isWrong}))::DOUBLE AS c${i}`);
  const counts = await analysis.row<Record<string, number>>(`SELECT ${counted.join(', ')} FROM log`);
  const faults: LogFault[] = [];
  for (const [i, { column, problem, isWrong, value }] of checks.entries()) {
    const count = counts[`c${i}`];
    if (count === 0) continue;
    const examples = await analysis.rows<FaultyRow>(
      `SELECT row::DOUBLE AS row, coalesce(nullif(${value}, ''), 'nothing') AS value FROM log WHERE ${isWrong} ORDER BY row LIMIT ${EXAMPLE_COUNT}`,
    );
    faults.push({ file, column, problem, count, examples });
  }
  return faults;
}
