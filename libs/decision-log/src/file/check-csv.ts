import { open } from 'node:fs/promises';
import type { Analysis } from '../analysis';
import { identifier, literal } from '../sql-text';
import { checkColumnNames } from './check-column-names';
import { readCsvHeadings, type CsvHeadings } from './csv-headings';
import { readable } from './readable';

/** Of the end of a file, to find a quoted text that does not end. */
const TAIL_BYTES = 1 << 16;

/**
 * Reads a CSV file strictly by its headings where what DuckDB guesses of it does not go with them, as where it was cut: it guesses another
 * separator then, no quotes, or other headings, and does not tell the row.
 * @param guess names of the columns as DuckDB finds them
 * @throws DecisionLogError naming the column that stands there twice, or the row that is not whole
 */
export async function checkCsv(
  analysis: Analysis,
  file: string,
  guess: () => Promise<string[]>,
): Promise<void> {
  const headings = await readCsvHeadings(file);
  checkColumnNames(file, headings.names);
  const guessed = await guess().catch((): string[] => []);
  const isAsGuessed =
    headings.names.length === 1 || headings.names.every((name) => name === '' || guessed.includes(name));
  if (guessed.length > 0 && isAsGuessed && !(await endsWithinQuotes(file))) return;
  await readable(file, () => analysis.rows(`SELECT count(*) FROM ${strictly(file, headings)}`));
}

function strictly(file: string, { separator, names }: CsvHeadings): string {
  const columns = names.map((_, i) => `${identifier(`column ${i}`)}: 'VARCHAR'`);
  return `read_csv(${literal(file)}, auto_detect = false, delim = ${literal(separator)}, quote = '"', escape = '"', header = true, columns = {${columns.join(', ')}})`;
}

/** Whether the last line is not ended and has an odd number of quotes. */
async function endsWithinQuotes(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const position = Math.max(0, size - TAIL_BYTES);
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(TAIL_BYTES), position });
    const text = buffer.toString('latin1', 0, bytesRead);
    const last = text.slice(text.lastIndexOf('\n') + 1);
    return last.split('"').length % 2 === 0;
  } finally {
    await handle.close();
  }
}
