/** The bytes end before the header does. */
export class GgufCutOff extends Error {}

/** The bytes are no GGUF header, or one beyond the limits. */
export class GgufMalformed extends Error {}

const MOST_TEXT_BYTES = 16 * 1024 * 1024;

/** Reads numbers and texts of a header one after another; never beyond the bytes. */
export class GgufCursor {
  private at = 0;

  constructor(private readonly bytes: Buffer) {}

  get offset(): number {
    return this.at;
  }

  skip(count: number): number {
    const from = this.at;
    if (from + count > this.bytes.length) throw new GgufCutOff(`it ends at byte ${this.bytes.length}`);
    this.at += count;
    return from;
  }

  uint8(): number {
    return this.bytes.readUInt8(this.skip(1));
  }

  uint32(): number {
    return this.bytes.readUInt32LE(this.skip(4));
  }

  float32(): number {
    return this.bytes.readFloatLE(this.skip(4));
  }

  /** @throws GgufMalformed for one beyond 2^53 */
  uint64(): number {
    const value = this.bytes.readBigUInt64LE(this.skip(8));
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new GgufMalformed(`a count of ${value}`);
    return Number(value);
  }

  text(): string {
    const length = this.textLength();
    const from = this.skip(length);
    return this.bytes.toString('utf8', from, from + length);
  }

  skipText(): void {
    this.skip(this.textLength());
  }

  /** Integers and floats of other widths, whose value nobody asks for. */
  number(bytes: number, read: (bytes: Buffer, at: number) => number): number {
    return read(this.bytes, this.skip(bytes));
  }

  private textLength(): number {
    const length = this.uint64();
    if (length > MOST_TEXT_BYTES) throw new GgufMalformed(`a text of ${length} bytes`);
    return length;
  }
}
