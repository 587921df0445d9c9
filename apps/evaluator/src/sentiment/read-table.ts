import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { InputError, messageOf } from '@keyart/common';

const GZIP = [0x1f, 0x8b] as const;
/** What a compressed file may become. */
const MAXIMUM_BYTES = 2 ** 30;

/** Lines of a text file, plain or gzip, the last empty one left out. @throws InputError `BAD_FILE` */
export async function readLines(file: string): Promise<string[]> {
  try {
    const bytes = await readFile(file);
    const isGzip = bytes[0] === GZIP[0] && bytes[1] === GZIP[1];
    const text = (isGzip ? gunzipSync(bytes, { maxOutputLength: MAXIMUM_BYTES }) : bytes).toString('utf8');
    const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
    if (lines.at(-1) === '') lines.pop();
    return lines;
  } catch (cause) {
    throw new InputError('BAD_FILE', `${file}: ${messageOf(cause)}`);
  }
}

/** A row by the names of the heading, with its line. */
export interface TableRow {
  /** First line of the file is 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * Tab-separated rows under a heading.
 * @param needed columns that must be there
 * @throws InputError `BAD_FILE` naming file, line and column
 */
export function tableOf(file: string, lines: readonly string[], needed: readonly string[]): TableRow[] {
  const heading = (lines[0] ?? '').split('\t').map((name) => name.trim());
  const missing = needed.filter((name) => !heading.includes(name));
  if (missing.length > 0)
    throw new InputError('BAD_FILE', `${file}: line 1: no column named ${missing.join(', ')}`);
  return lines.slice(1).map((text, i) => {
    const cells = text.split('\t');
    if (cells.length < heading.length)
      throw new InputError(
        'BAD_FILE',
        `${file}: line ${i + 2}: ${cells.length} cells, ${heading.length} by the heading`,
      );
    return { line: i + 2, cells: Object.fromEntries(heading.map((name, at) => [name, cells[at]])) };
  });
}
