import { hash32 } from '@keyart/common';

const HALF_BITS = 32;
/** Words a shingle. */
const SHINGLE_COUNT = 3;
const [LOW_SEED, HIGH_SEED] = [0x51a5, 0x7e11];

/**
 * SimHash of a text's shingles of three tokens (Charikar 2002; Manku, Jain & Das Sarma 2007): texts that share most shingles differ in few
 * bits. A text of fewer tokens is one shingle.
 * @param tokens of `textTokens`
 * @returns 64 bits as a signed integer, as PostgreSQL's `bigint` keeps them
 */
export function simHash(tokens: readonly string[]): bigint {
  const votes = new Int32Array(2 * HALF_BITS);
  const shingleCount = Math.max(1, tokens.length - SHINGLE_COUNT + 1);
  for (let at = 0; at < shingleCount; at++) {
    const shingle = tokens.slice(at, at + SHINGLE_COUNT).join(' ');
    vote(votes, hash32(shingle, LOW_SEED), 0);
    vote(votes, hash32(shingle, HIGH_SEED), HALF_BITS);
  }
  const bits = (BigInt(wordOf(votes, HALF_BITS)) << BigInt(HALF_BITS)) | BigInt(wordOf(votes, 0));
  return BigInt.asIntN(2 * HALF_BITS, bits);
}

function vote(votes: Int32Array, hash: number, from: number): void {
  for (let bit = 0; bit < HALF_BITS; bit++) votes[from + bit] += (hash >>> bit) & 1 ? 1 : -1;
}

function wordOf(votes: Int32Array, from: number): number {
  let word = 0;
  for (let bit = 0; bit < HALF_BITS; bit++) if (votes[from + bit] > 0) word |= 1 << bit;
  return word >>> 0;
}
