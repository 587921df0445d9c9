import { messageOf } from '@keyart/common';
import { DecisionLogError } from '../errors';

/** Runs what reads a file. @throws DecisionLogError where the file cannot be read to its end, with the row where DuckDB tells it */
export async function readable<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    const message = `${file} cannot be read: ${reasonOf(messageOf(cause))}. Is it whole, and of the kind its name says?`;
    throw new DecisionLogError('BAD_LOG_FILE', message, { cause });
  }
}

function reasonOf(message: string): string {
  const [, line] = /CSV Error on Line: (\d+)/.exec(message) ?? [];
  const [, wanted, found] = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message) ?? [];
  // The headings are a line, too.
  const row = `row ${Number(line) - 1}`;
  if (line !== undefined && wanted !== undefined)
    return `${row} has ${found} field${found === '1' ? '' : 's'} where there are ${wanted} headings`;
  if (line !== undefined && message.includes('unterminated quote'))
    return `${row} has a quoted text that does not end`;
  return message.split('\n\n')[0].replaceAll('\n', ' ');
}
