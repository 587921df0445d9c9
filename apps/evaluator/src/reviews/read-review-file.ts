import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { InputError, messageOf } from '@keyart/common';
import { CsvParser } from './csv-parser';

/** A row of a file of reviews. */
export interface FileRow {
  /** From 1; the header of a CSV file is not counted. */
  readonly number: number;
  readonly value: unknown;
  /** Share of the file that was read, in [0, 1]. */
  readonly fraction: number;
}

/** Longer rows hold no review. */
const MAX_ROW_LENGTH = 4 * 1024 * 1024;
const GZIP_MAGIC = [0x1f, 0x8b];
const NUMBERS = new Set(['stars', 'starsOutOf', 'accountAgeDays']);

/**
 * Rows of a file of reviews: JSON lines or CSV with the fields of a review as header, plain or gzip; which of them is told from its first bytes.
 * Memory stays that of one row. A line that is no JSON is handed on as text, to be refused alone.
 * @throws InputError `BAD_FILE` for a file that cannot be read or is cut off in the middle
 */
export async function* readReviewFile(file: string): AsyncGenerator<FileRow, void, undefined> {
  const size = await sizeOf(file);
  const source = createReadStream(file);
  const bytes = (await isGzip(file)) ? source.pipe(createGunzip()) : source;
  source.on('error', (error) => bytes.destroy(error));
  let parser: RowParser | null = null;
  let number = 0;
  const fraction = (): number => (size === 0 ? 1 : Math.min(1, source.bytesRead / size));
  try {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: false });
    for await (const chunk of bytes) {
      const text = decoder.decode(chunk as Buffer, { stream: true });
      parser ??= parserFor(text);
      for (const value of parser?.push(text) ?? []) yield { number: ++number, value, fraction: fraction() };
    }
    for (const value of parser?.end() ?? []) yield { number: ++number, value, fraction: 1 };
  } catch (error) {
    throw new InputError('BAD_FILE', `${file}, after row ${number}: ${messageOf(error)}`, { cause: error });
  } finally {
    source.destroy();
  }
}

interface RowParser {
  push(text: string): unknown[];
  end(): unknown[];
}

/** Null: nothing but white space so far. */
function parserFor(text: string): RowParser | null {
  const start = text.trimStart();
  if (start === '') return null;
  return start.startsWith('{') ? new JsonLines() : new CsvObjects();
}

class JsonLines implements RowParser {
  private rest = '';

  push(text: string): unknown[] {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    requireShort(this.rest.length);
    return lines.flatMap(parsed);
  }

  end(): unknown[] {
    return parsed(this.rest);
  }
}

class CsvObjects implements RowParser {
  private readonly csv = new CsvParser();
  private header: readonly string[] | null = null;

  push(text: string): unknown[] {
    const rows = this.csv.push(text);
    requireShort(this.csv.pendingLength);
    return rows.flatMap((row) => this.objectOf(row));
  }

  end(): unknown[] {
    const last = this.csv.end();
    return last ? this.objectOf(last) : [];
  }

  private objectOf(row: readonly string[]): unknown[] {
    if (!this.header) {
      this.header = row.map((name) => name.trim());
      return [];
    }
    const { header } = this;
    // Handed on as it is: whoever judges rows refuses it.
    if (row.length !== header.length) return [`${row.length} fields, where the header has ${header.length}`];
    const fields = header.map((name, index) => [name, valueOf(name, row[index])] as const);
    return [Object.fromEntries(fields.filter(([, value]) => value !== undefined))];
  }
}

function valueOf(name: string, text: string): unknown {
  if (name === 'text') return text;
  if (text === '') return undefined;
  const number = Number(text);
  return NUMBERS.has(name) && !Number.isNaN(number) ? number : text;
}

function parsed(line: string): unknown[] {
  if (line.trim() === '') return [];
  try {
    return [JSON.parse(line)];
  } catch {
    return ['no JSON'];
  }
}

function requireShort(length: number): void {
  if (length > MAX_ROW_LENGTH) throw new Error(`a row is longer than ${MAX_ROW_LENGTH} characters`);
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch((error: unknown) => error);
  if (found instanceof Error) throw new InputError('BAD_FILE', `${file}: ${found.message}`);
  const { size } = found as { size: number };
  return size;
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file).catch((error: unknown) => {
    throw new InputError('BAD_FILE', `${file}: ${messageOf(error)}`);
  });
  try {
    const { buffer } = await handle.read(Buffer.alloc(GZIP_MAGIC.length), 0, GZIP_MAGIC.length, 0);
    return GZIP_MAGIC.every((byte, index) => buffer[index] === byte);
  } catch (error) {
    throw new InputError('BAD_FILE', `${file}: ${messageOf(error)}`);
  } finally {
    await handle.close();
  }
}
