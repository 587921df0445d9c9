import fc from 'fast-check';
import { GgufCutOff, GgufMalformed } from './gguf-cursor';
import { parseGgufHeader } from './parse-gguf-header';

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const uint64 = (value: number | bigint): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};
const text = (value: string): Buffer => Buffer.concat([uint64(value.length), Buffer.from(value)]);

interface Parts {
  readonly version?: number;
  readonly counts?: readonly [tensors: number | bigint, metadata: number | bigint];
  readonly metadata?: readonly Buffer[];
  readonly tensors?: readonly Buffer[];
}

function header({ version = 3, metadata = [], tensors = [], counts }: Parts): Buffer {
  const [tensorCount, metadataCount] = counts ?? [tensors.length, metadata.length];
  const start = [Buffer.from('GGUF'), uint32(version), uint64(tensorCount), uint64(metadataCount)];
  return Buffer.concat([...start, ...metadata, ...tensors]);
}

const NAME = Buffer.concat([text('general.name'), uint32(8), text('x')]);
const LIST = Buffer.concat([text('list'), uint32(9), uint32(8), uint64(2), text('a'), text('bc')]);
const NUMBERS = Buffer.concat([text('numbers'), uint32(9), uint32(5), uint64(3), Buffer.alloc(12)]);
const tensor = (name: string, dimensions: readonly (number | bigint)[], type: number): Buffer =>
  Buffer.concat([
    ...[text(name), uint32(dimensions.length), ...dimensions.map(uint64)],
    ...[uint32(type), uint64(0)],
  ]);
const FINE = header({ metadata: [NAME, LIST, NUMBERS], tensors: [tensor('w', [64, 2], 8)] });

function outcomeOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

describe('parseGgufHeader', () => {
  it('reads metadata and tensors, and skips what arrays hold', () => {
    const { metadata, tensors, metadataCount, metadataRange } = parseGgufHeader(FINE);
    expect([...metadata]).toEqual([['general.name', 'x']]);
    expect(metadataCount).toBe(3);
    expect(metadataRange).toEqual([24, 24 + NAME.length + LIST.length + NUMBERS.length]);
    expect(tensors).toMatchObject([{ name: 'w', dimensions: [64, 2], sizeBytes: 4 * 34 }]);
    expect(tensors[0].start % 32).toBe(0);
    expect(tensors[0].start).toBeGreaterThanOrEqual(FINE.length);
  });

  it('is cut off wherever the bytes end', () => {
    for (let end = 0; end < FINE.length; end++)
      expect(() => parseGgufHeader(FINE.subarray(0, end))).toThrow(GgufCutOff);
  });

  it.each([
    ['another start', Buffer.from('GGML'.padEnd(64))],
    ['another version', header({ version: 1 })],
    ['too many tensors', header({ counts: [65_537, 0] })],
    ['too many entries', header({ counts: [0, 2n ** 62n] })],
    ['a huge text', header({ counts: [0, 1], metadata: [uint64(2 ** 40)] })],
    ['an unknown value', header({ metadata: [Buffer.concat([text('k'), uint32(77)])] })],
    ['nested arrays', header({ metadata: [Buffer.concat([text('k'), uint32(9), uint32(9), uint64(1)])] })],
    ['an unknown tensor type', header({ tensors: [tensor('w', [32], 99)] })],
    ['too many dimensions', header({ tensors: [tensor('w', [1, 1, 1, 1, 1], 0)] })],
    ['half a block', header({ tensors: [tensor('w', [33], 8)] })],
    ['a huge tensor', header({ tensors: [tensor('w', [2n ** 40n, 2n ** 40n], 0)] })],
    [
      'no alignment',
      header({ metadata: [Buffer.concat([text('general.alignment'), uint32(4), uint32(0)])] }),
    ],
  ])('refuses %s', (_, bytes) => expect(() => parseGgufHeader(bytes)).toThrow(GgufMalformed));

  it('ends with one of the two errors, whatever the bytes', () => {
    const change = fc.tuple(fc.nat(FINE.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const bytes = Buffer.from(FINE);
        for (const [at, value] of changes) bytes[at] = value;
        const answer = outcomeOf(() => parseGgufHeader(bytes));
        const isNamed = answer instanceof GgufCutOff || answer instanceof GgufMalformed;
        expect(isNamed || !(answer instanceof Error)).toBe(true);
      }),
    );
  });
});
