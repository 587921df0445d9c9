const HALF_BITS = 32n;

/** A 64-bit hash as two unsigned 32-bit numbers, which JavaScript computes with at full speed. */
export interface HashHalves {
  readonly low: number;
  readonly high: number;
}

/** @param hash signed or unsigned, 64 bits */
export function hashHalves(hash: bigint): HashHalves {
  return {
    low: Number(BigInt.asUintN(32, hash)),
    high: Number(BigInt.asUintN(32, hash >> HALF_BITS)),
  };
}

/** Bits in which two hashes differ, 0 to 64. */
export function hammingDistance(a: HashHalves, b: HashHalves): number {
  return bitCount(a.low ^ b.low) + bitCount(a.high ^ b.high);
}

/** Set bits of a 32-bit word, in parallel sums (Warren, Hacker's Delight, 2nd ed., figure 5-2). */
function bitCount(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
