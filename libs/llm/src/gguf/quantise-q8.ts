import { fromHalfFloat, toHalfFloat } from './half-float';
import { TENSOR_TYPES } from './tensor-type';

const { blockValueCount, blockBytes } = TENSOR_TYPES.q8_0;
const LARGEST = 127;

/**
 * Values as Q8_0: blocks of 32 with a half-float scale, each value a signed byte of it.
 * @param values `[32 n]`
 */
export function quantiseQ8(values: Float32Array): Buffer {
  const bytes = Buffer.alloc((values.length / blockValueCount) * blockBytes);
  for (let at = 0, block = 0; at < values.length; at += blockValueCount, block += blockBytes) {
    let largest = 0;
    for (let i = 0; i < blockValueCount; i++) largest = Math.max(largest, Math.abs(values[at + i]));
    const scale = toHalfFloat(largest / LARGEST);
    bytes.writeUInt16LE(scale, block);
    const step = fromHalfFloat(scale);
    for (let i = 0; i < blockValueCount; i++) {
      const steps = step === 0 ? 0 : Math.round(values[at + i] / step);
      bytes.writeInt8(Math.max(-LARGEST, Math.min(LARGEST, steps)), block + 2 + i);
    }
  }
  return bytes;
}
