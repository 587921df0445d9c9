import { alignedTo, type GgufHeader, type GgufTensor } from '../gguf/gguf-header';
import { TENSOR_TYPES } from '../gguf/tensor-type';
import type { LoraTensor } from './lora-tensors';

/** A tensor of the merged file. */
export interface MergedTensor {
  readonly source: GgufTensor;
  /** Null: copied as it is. */
  readonly lora: LoraTensor | null;
  /** From the start of the merged file, bytes. */
  readonly start: number;
  readonly sizeBytes: number;
}

/** How the merged file is laid out. */
export interface MergedLayout {
  /** What comes before the metadata. */
  readonly before: Buffer;
  /** The base's metadata, bytes `[from, to)` of its file. */
  readonly metadataRange: GgufHeader['metadataRange'];
  /** What comes between the metadata and the first tensor. */
  readonly after: Buffer;
  readonly tensors: readonly MergedTensor[];
  readonly sizeBytes: number;
}

const MAGIC = 'GGUF';
const VERSION = 3;

/** The file that has the base's metadata and tensors, the touched ones as Q8_0. */
export function mergedLayout(base: GgufHeader, loras: readonly LoraTensor[]): MergedLayout {
  const byName = new Map(loras.map((lora) => [lora.weight.name, lora]));
  const wanted = base.tensors.map((source) => ({ source, lora: byName.get(source.name) ?? null }));
  const [from, to] = base.metadataRange;
  const before = Buffer.concat([
    Buffer.from(MAGIC),
    ...[uint32(VERSION), uint64(base.tensors.length), uint64(base.metadataCount)],
  ]);
  let offset = 0;
  const placed = wanted.map(({ source, lora }) => {
    const sizeBytes = lora ? q8Bytes(source) : source.sizeBytes;
    const at = offset;
    offset = alignedTo(base.alignment, offset + sizeBytes);
    return { source, lora, at, sizeBytes };
  });
  const infos = Buffer.concat(placed.map(infoOf));
  const headBytes = before.length + (to - from) + infos.length;
  const first = alignedTo(base.alignment, headBytes);
  const after = Buffer.concat([infos, Buffer.alloc(first - headBytes)]);
  const tensors = placed.map(({ at, ...tensor }) => ({ ...tensor, start: first + at }));
  return { before, metadataRange: [from, to], after, tensors, sizeBytes: first + offset };
}

interface PlacedTensor extends Pick<MergedTensor, 'source' | 'lora'> {
  readonly at: number;
}

function infoOf({ source, lora, at }: PlacedTensor): Buffer {
  const name = Buffer.from(source.name, 'utf8');
  const { id } = lora ? TENSOR_TYPES.q8_0 : source.type;
  return Buffer.concat([
    ...[uint64(name.length), name, uint32(source.dimensions.length), ...source.dimensions.map(uint64)],
    ...[uint32(id), uint64(at)],
  ]);
}

function q8Bytes({ dimensions }: GgufTensor): number {
  const { blockValueCount, blockBytes } = TENSOR_TYPES.q8_0;
  return (dimensions.reduce((product, size) => product * size, 1) / blockValueCount) * blockBytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
