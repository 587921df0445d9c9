import type { TokenBatch } from './token-batch';

/**
 * Mean of each text's token vectors, without those that fill up, scaled to length 1.
 * @param hidden `[N · T · D]`
 * @returns `[N][D]`
 */
export function meanPool(hidden: Float32Array, { width, lengths }: TokenBatch): Float32Array[] {
  const dimensionCount = hidden.length / (width * lengths.length);
  return lengths.map((length, row) => {
    const sum = new Float32Array(dimensionCount);
    for (let token = 0; token < length; token++) {
      const offset = (row * width + token) * dimensionCount;
      for (let d = 0; d < dimensionCount; d++) sum[d] += hidden[offset + d];
    }
    const scale = 1 / (Math.hypot(...sum) || 1);
    return sum.map((value) => value * scale);
  });
}
