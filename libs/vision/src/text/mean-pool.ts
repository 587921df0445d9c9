import type { TokenBatch } from './encoded-text';

/**
 * The mean of each text's token states, padding left out, brought to length 1.
 * @param states `[textCount · tokenCount · dimensionCount]`
 * @returns `[textCount][dimensionCount]`
 * @see Reimers & Gurevych, Sentence-BERT, EMNLP 2019
 */
export function meanPool(states: Float32Array, batch: TokenBatch, dimensionCount: number): Float32Array[] {
  const { textCount, tokenCount, mask } = batch;
  return Array.from({ length: textCount }, (_, row) => {
    const sum = new Float64Array(dimensionCount);
    for (let token = row * tokenCount; token < (row + 1) * tokenCount; token++) {
      if (mask[token] === 0n) continue;
      for (let i = 0, from = token * dimensionCount; i < dimensionCount; i++) sum[i] += states[from + i];
    }
    return unitVector(sum);
  });
}

/** A zero vector stays one. */
function unitVector(values: Float64Array): Float32Array {
  const length = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / length);
}
