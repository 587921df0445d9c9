/**
 * Bits in which two hashes differ (Hamming).
 * @param one 16 hexadecimal digits, as `perceptualHash` returns them
 * @returns 0 to 64
 */
export function hashDistance(one: string, other: string): number {
  let bits = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let count = 0;
  for (; bits > 0n; bits >>= 1n) count += Number(bits & 1n);
  return count;
}
