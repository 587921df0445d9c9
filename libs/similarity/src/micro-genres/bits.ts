/** A set of places as bits, 32 a word. */
export type Bits = Uint32Array;

/** The set of the places. @param size places are below it */
export function bitsOf(places: readonly number[], size: number): Bits {
  const bits = new Uint32Array(Math.ceil(size / 32));
  for (const place of places) bits[place >>> 5] |= 1 << (place & 31);
  return bits;
}

/** What both hold. */
export function intersect(a: Bits, b: Bits): Bits {
  const both = new Uint32Array(a.length);
  for (let i = 0; i < both.length; i++) both[i] = a[i] & b[i];
  return both;
}

/** How many places a set holds (Hamming weight by adding ever larger fields). */
export function countBits(bits: Bits): number {
  let count = 0;
  for (let i = 0; i < bits.length; i++) {
    let word = bits[i];
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return count;
}
