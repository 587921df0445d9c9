import { fromHalfFloat } from './half-float';
import { TENSOR_TYPES, type TensorType } from './tensor-type';

type Read = (bytes: Buffer, values: Float32Array) => void;

const BLOCK = TENSOR_TYPES.q8_0.blockValueCount;
const HALF_BLOCK = BLOCK / 2;

/** A half-float scale, then a signed byte a value. */
const readQ8: Read = (bytes, values) => {
  for (let at = 0, block = 0; at < values.length; at += BLOCK, block += TENSOR_TYPES.q8_0.blockBytes) {
    const scale = fromHalfFloat(bytes.readUInt16LE(block));
    for (let i = 0; i < BLOCK; i++) values[at + i] = scale * bytes.readInt8(block + 2 + i);
  }
};

/** A half-float scale and least value, then a half-byte a value: low halves are the block's first 16. */
const readQ41: Read = (bytes, values) => {
  for (let at = 0, block = 0; at < values.length; at += BLOCK, block += TENSOR_TYPES.q4_1.blockBytes) {
    const scale = fromHalfFloat(bytes.readUInt16LE(block));
    const least = fromHalfFloat(bytes.readUInt16LE(block + 2));
    for (let i = 0; i < HALF_BLOCK; i++) {
      const both = bytes[block + 4 + i];
      values[at + i] = scale * (both & 0x0f) + least;
      values[at + HALF_BLOCK + i] = scale * (both >> 4) + least;
    }
  }
};

const READERS = new Map<TensorType, Read>([
  [TENSOR_TYPES.f32, (bytes, values) => values.forEach((_, i) => (values[i] = bytes.readFloatLE(4 * i)))],
  [
    TENSOR_TYPES.f16,
    (bytes, values) => values.forEach((_, i) => (values[i] = fromHalfFloat(bytes.readUInt16LE(2 * i)))),
  ],
  [TENSOR_TYPES.q8_0, readQ8],
  [TENSOR_TYPES.q4_1, readQ41],
]);

/** Whether `dequantise` knows the type. */
export function isReadable(type: TensorType): boolean {
  return READERS.has(type);
}

/**
 * A tensor's numbers.
 * @param bytes whole blocks of the type
 * @returns `[values]`, as llama.cpp dequantises them
 * @throws RangeError for a type that `isReadable` refuses
 */
export function dequantise(bytes: Buffer, type: TensorType): Float32Array {
  const read = READERS.get(type);
  if (!read) throw new RangeError(`tensors of ${type.name} are not read`);
  const values = new Float32Array((bytes.length / type.blockBytes) * type.blockValueCount);
  read(bytes, values);
  return values;
}
