import { createHash } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { DraftRow } from '@keyart/training-export';
import { linesOf } from './lines-of';

const BATCH_LENGTH = 1 << 20;
const WEIGHT = '"weight":';
/** Digits of a written weight: far finer than what it is made of. */
const WEIGHT_DIGITS = 9;

/** Text that is written in large pieces. */
class BatchedFile {
  private readonly stream: WriteStream;
  private batch: string[] = [];
  private batchLength = 0;

  constructor(file: string) {
    this.stream = createWriteStream(file);
    // Thrown where the next piece is written.
    this.stream.on('error', () => undefined);
  }

  add(text: string): void {
    this.batch.push(text);
    this.batchLength += text.length;
  }

  get isFull(): boolean {
    return this.batchLength >= BATCH_LENGTH;
  }

  /** @returns what was written */
  async flush(): Promise<string> {
    const text = this.batch.join('');
    this.batch = [];
    this.batchLength = 0;
    if (this.stream.errored) throw this.stream.errored;
    if (text !== '' && !this.stream.write(text)) await once(this.stream, 'drain');
    return text;
  }

  async close(): Promise<void> {
    this.stream.end();
    await finished(this.stream);
  }

  /** Lets go of the file, complete or not. */
  destroy(): void {
    this.stream.destroy();
  }
}

/** Rows as they are made, with weights whose mean is not known yet. */
export class DraftFile {
  private readonly file: BatchedFile;

  constructor(readonly path: string) {
    this.file = new BatchedFile(path);
  }

  add({ fields, weight }: DraftRow): void {
    this.file.add(`${JSON.stringify({ ...fields, weight })}\n`);
  }

  /** To be called now and then. */
  async drain(): Promise<void> {
    if (this.file.isFull) await this.file.flush();
  }

  async close(): Promise<void> {
    await this.file.flush();
    await this.file.close();
  }

  /** After a failure. */
  destroy(): void {
    this.file.destroy();
  }
}

/** A file of rows that is done. */
export interface WrittenRows {
  readonly sha256: string;
  readonly rowCount: number;
}

/**
 * Copies drafts with their weights divided by the mean.
 * @param all told the text, too, for a fingerprint over several files
 */
export async function writeWeighted(
  drafts: string,
  out: string,
  { meanWeight, all }: { meanWeight: number; all: { update(text: string): unknown } },
): Promise<WrittenRows> {
  const file = new BatchedFile(out);
  const hash = createHash('sha256');
  let rowCount = 0;
  const flush = async (): Promise<void> => {
    const text = await file.flush();
    hash.update(text);
    all.update(text);
  };
  try {
    for await (const line of linesOf(drafts)) {
      const at = line.lastIndexOf(WEIGHT) + WEIGHT.length;
      const weight = Number(line.slice(at, -1)) / meanWeight;
      file.add(`${line.slice(0, at)}${Number(weight.toPrecision(WEIGHT_DIGITS))}}\n`);
      rowCount++;
      if (file.isFull) await flush();
    }
    await flush();
    await file.close();
  } finally {
    file.destroy();
  }
  return { sha256: hash.digest('hex'), rowCount };
}
