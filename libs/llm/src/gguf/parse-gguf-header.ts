import { GgufCursor, GgufMalformed } from './gguf-cursor';
import {
  alignedTo,
  DEFAULT_ALIGNMENT,
  type GgufHeader,
  type GgufTensor,
  type GgufValue,
} from './gguf-header';
import { tensorTypeById } from './tensor-type';

const MAGIC = 0x46554747;
const VERSIONS = [2, 3];
const MOST_ENTRIES = 65_536;
const MOST_DIMENSIONS = 4;
const MOST_TENSOR_VALUES = 2 ** 40;
const STRING = 8;
const ARRAY = 9;

type ReadValue = (cursor: GgufCursor) => GgufValue;

const numberOf =
  (bytes: number, read: (bytes: Buffer, at: number) => number): ReadValue =>
  (cursor) =>
    cursor.number(bytes, read);

/** By the number that the format gives a value's type. */
const VALUES = new Map<number, ReadValue>([
  [0, (cursor) => cursor.uint8()],
  [1, numberOf(1, (bytes, at) => bytes.readInt8(at))],
  [2, numberOf(2, (bytes, at) => bytes.readUInt16LE(at))],
  [3, numberOf(2, (bytes, at) => bytes.readInt16LE(at))],
  [4, (cursor) => cursor.uint32()],
  [5, numberOf(4, (bytes, at) => bytes.readInt32LE(at))],
  [6, (cursor) => cursor.float32()],
  [7, (cursor) => cursor.uint8() !== 0],
  [STRING, (cursor) => cursor.text()],
  [10, numberOf(8, (bytes, at) => Number(bytes.readBigUInt64LE(at)))],
  [11, numberOf(8, (bytes, at) => Number(bytes.readBigInt64LE(at)))],
  [12, numberOf(8, (bytes, at) => bytes.readDoubleLE(at))],
]);

/** Bytes of one value where it has a fixed width. */
const WIDTHS = new Map([0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12].map((type) => [type, widthOf(type)]));

interface UnplacedTensor extends Omit<GgufTensor, 'start'> {
  readonly offset: number;
}

/**
 * Reads the header at the start of a GGUF file: little-endian, version 2 or 3, at most 65,536 entries and tensors, texts up to 16 MiB.
 * Values of arrays are skipped.
 * @param bytes at least the whole header
 * @throws GgufCutOff where the bytes end too early; GgufMalformed
 */
export function parseGgufHeader(bytes: Buffer): GgufHeader {
  const cursor = new GgufCursor(bytes);
  if (cursor.uint32() !== MAGIC) throw new GgufMalformed('it does not start with GGUF');
  const version = cursor.uint32();
  if (!VERSIONS.includes(version)) throw new GgufMalformed(`its version is ${version}`);
  const tensorCount = limited(cursor.uint64(), 'tensors');
  const metadataCount = limited(cursor.uint64(), 'metadata entries');
  const from = cursor.offset;
  const metadata = new Map<string, GgufValue>();
  for (let i = 0; i < metadataCount; i++) readEntry(cursor, metadata);
  const to = cursor.offset;
  const unplaced = Array.from({ length: tensorCount }, () => readTensor(cursor));
  const alignment = alignmentOf(metadata);
  const base = alignedTo(alignment, cursor.offset);
  const tensors = unplaced.map(({ offset, ...tensor }) => ({ ...tensor, start: base + offset }));
  return { metadata, metadataCount, metadataRange: [from, to], tensors, alignment };
}

function readEntry(cursor: GgufCursor, metadata: Map<string, GgufValue>): void {
  const key = cursor.text();
  const type = cursor.uint32();
  if (type === ARRAY) return skipArray(cursor, key);
  const read = VALUES.get(type);
  if (!read) throw new GgufMalformed(`"${key}" is of type ${type}`);
  metadata.set(key, read(cursor));
}

function skipArray(cursor: GgufCursor, key: string): void {
  const type = cursor.uint32();
  const count = cursor.uint64();
  const width = WIDTHS.get(type);
  if (width !== undefined) cursor.skip(width * count);
  else if (type === STRING) for (let i = 0; i < count; i++) cursor.skipText();
  else throw new GgufMalformed(`"${key}" is an array of type ${type}`);
}

function readTensor(cursor: GgufCursor): UnplacedTensor {
  const name = cursor.text();
  const dimensionCount = cursor.uint32();
  if (dimensionCount < 1 || dimensionCount > MOST_DIMENSIONS)
    throw new GgufMalformed(`tensor "${name}" has ${dimensionCount} dimensions`);
  const dimensions = Array.from({ length: dimensionCount }, () => cursor.uint64());
  const typeId = cursor.uint32();
  const type = tensorTypeById(typeId);
  if (!type) throw new GgufMalformed(`tensor "${name}" is of type ${typeId}`);
  const valueCount = dimensions.reduce((product, size) => product * size, 1);
  if (valueCount > MOST_TENSOR_VALUES || dimensions[0] % type.blockValueCount !== 0)
    throw new GgufMalformed(`tensor "${name}" is ${dimensions.join(' × ')} of ${type.name}`);
  const sizeBytes = (valueCount / type.blockValueCount) * type.blockBytes;
  return { name, dimensions, type, sizeBytes, offset: cursor.uint64() };
}

function alignmentOf(metadata: ReadonlyMap<string, GgufValue>): number {
  const alignment = metadata.get('general.alignment') ?? DEFAULT_ALIGNMENT;
  if (typeof alignment === 'number' && alignment >= 1 && alignment <= MOST_ENTRIES) return alignment;
  throw new GgufMalformed(`its alignment is ${alignment}`);
}

function limited(count: number, what: string): number {
  if (count <= MOST_ENTRIES) return count;
  throw new GgufMalformed(`it counts ${count} ${what}`);
}

function widthOf(type: number): number {
  if (type <= 1 || type === 7) return 1;
  if (type <= 3) return 2;
  return type <= 6 ? 4 : 8;
}
