import { open } from 'node:fs/promises';

/** Headings are not longer. */
const MOST_BYTES = 1 << 20;
const SEPARATORS = [',', ';', '\t', '|'] as const;

/** The first line of a CSV file that is not blank. */
export interface CsvHeadings {
  /** The one that most headings are parted by. */
  readonly separator: string;
  readonly names: readonly string[];
}

/** Reads the headings as they stand there, where DuckDB would rename those that it has seen. */
export async function readCsvHeadings(file: string): Promise<CsvHeadings> {
  const text = await beginningOf(file);
  const parts = text
    .replace(/^\uFEFF?[\r\n]*/, '')
    // Quoted texts, and what stands between them.
    .match(/"(?:[^"]|"")*"?|[^"]+/g);
  const line: string[] = [];
  for (const part of parts ?? []) {
    const end = part.startsWith('"') ? -1 : part.search(/[\r\n]/);
    line.push(end < 0 ? part : part.slice(0, end));
    if (end >= 0) break;
  }
  const split = SEPARATORS.map((separator) => ({ separator, names: namesOf(line, separator) }));
  return split.reduce((best, one) => (one.names.length > best.names.length ? one : best));
}

function namesOf(parts: readonly string[], separator: string): string[] {
  const names = [''];
  for (const part of parts) {
    const [first, ...others] = part.startsWith('"') ? [unquoted(part)] : part.split(separator);
    names[names.length - 1] += first;
    names.push(...others);
  }
  return names.map((name) => name.trim());
}

function unquoted(text: string): string {
  return text.replace(/^"|"$/g, '').replaceAll('""', '"');
}

async function beginningOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(MOST_BYTES), position: 0 });
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
