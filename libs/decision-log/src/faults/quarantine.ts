import path from 'node:path';
import type { Analysis } from '../analysis';
import { DecisionLogError } from '../errors';
import { literal } from '../sql-text';
import type { LogCheck } from './log-checks';

const FORMATS: Readonly<Record<string, string>> = {
  '.parquet': '(FORMAT parquet)',
  '.csv': '(FORMAT csv, HEADER)',
  '.jsonl': '(FORMAT json)',
};

/**
 * Moves rows that are wrong from the table `log` to a file, with their row number and all that was read of them.
 * @returns how many
 * @throws DecisionLogError `BAD_EVALUATION_OPTION` for an unknown extension
 */
export async function quarantine(
  analysis: Analysis,
  file: string,
  checks: readonly LogCheck[],
): Promise<number> {
  const format = FORMATS[path.extname(file).toLowerCase()];
  if (!format) {
    const known = Object.keys(FORMATS).join(', ');
    throw new DecisionLogError('BAD_EVALUATION_OPTION', `--quarantine ${file}: must end in one of ${known}`);
  }
  const isWrong = checks.map((check) => `(${check.isWrong})`).join(' OR ');
  await analysis.run(`CREATE TEMP TABLE aside AS SELECT * FROM log WHERE ${isWrong}`);
  await analysis.run(`COPY (SELECT * FROM aside ORDER BY row) TO ${literal(file)} ${format}`);
  await analysis.run('DELETE FROM log WHERE row IN (SELECT row FROM aside)');
  const { count } = await analysis.row<{ count: number }>('SELECT count(*)::DOUBLE AS count FROM aside');
  await analysis.run('DROP TABLE aside');
  return count;
}
