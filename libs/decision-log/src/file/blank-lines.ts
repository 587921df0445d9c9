import { createReadStream } from 'node:fs';

const CHUNK_BYTES = 1 << 22;
const EXAMPLE_COUNT = 5;
const [LINE_FEED, CARRIAGE_RETURN, QUOTE] = [10, 13, 34];
/** Two ends of lines side by side. */
const BLANK = ['\n\n', '\n\r', '\r\r'] as const;

/** Lines of a CSV file with nothing in them, which DuckDB passes over. */
export interface BlankLines {
  /** Between rows. */
  readonly count: number;
  /** Rows that the first ones are, from 1, headings not counted. */
  readonly examples: readonly number[];
  /** After the last row. */
  readonly trailingCount: number;
}

const NONE: BlankLines = { count: 0, examples: [], trailingCount: 0 };

/** Finds blank lines after the headings; within quoted texts there are none. A file without any is only searched for two ends of lines. */
export async function findBlankLines(file: string): Promise<BlankLines> {
  return (await mayHaveBlankLines(file)) ? countBlankLines(file) : NONE;
}

async function mayHaveBlankLines(file: string): Promise<boolean> {
  let last: Buffer = Buffer.alloc(0);
  for await (const chunk of chunksOf(file)) {
    const seam = Buffer.concat([last.subarray(-1), chunk.subarray(0, 1)]);
    if (BLANK.some((pair) => chunk.includes(pair) || seam.equals(Buffer.from(pair)))) return true;
    last = chunk;
  }
  return false;
}

async function countBlankLines(file: string): Promise<BlankLines> {
  const lines = new LineCounter();
  for await (const chunk of chunksOf(file)) for (let i = 0; i < chunk.length; i++) lines.add(chunk[i]);
  return lines.end();
}

/** Goes through a file byte by byte. */
class LineCounter {
  private isQuoted = false;
  private isBlank = true;
  private last = 0;
  /** Headings included. */
  private lineCount = 0;
  private count = 0;
  /** Blank lines after which no row has come yet. */
  private waiting: number[] = [];
  private waitingCount = 0;
  private readonly examples: number[] = [];

  add(byte: number): void {
    const isEnd = byte === LINE_FEED || byte === CARRIAGE_RETURN;
    if (byte === QUOTE) this.isQuoted = !this.isQuoted;
    if (!isEnd || this.isQuoted) this.isBlank = false;
    else if (!(byte === LINE_FEED && this.last === CARRIAGE_RETURN)) this.endLine();
    this.last = byte;
  }

  end(): BlankLines {
    if (!this.isBlank) this.endRow();
    return { count: this.count, examples: this.examples, trailingCount: this.waitingCount };
  }

  private endLine(): void {
    if (!this.isBlank) this.endRow();
    else if (this.lineCount > 0) {
      this.waitingCount++;
      if (this.waiting.length < EXAMPLE_COUNT) this.waiting.push(this.lineCount);
      this.lineCount++;
    }
    this.isBlank = true;
  }

  private endRow(): void {
    this.count += this.waitingCount;
    this.examples.push(...this.waiting.slice(0, EXAMPLE_COUNT - this.examples.length));
    [this.waiting, this.waitingCount] = [[], 0];
    this.lineCount++;
  }
}

function chunksOf(file: string): AsyncIterable<Buffer> {
  return createReadStream(file, { highWaterMark: CHUNK_BYTES });
}
