import { createHash } from 'node:crypto';

const TWO_POW_32 = 2 ** 32;
const TWO_POW_21 = 2 ** 21;
const TWO_POW_53 = 2 ** 53;

/** MurmurHash3's 32-bit finaliser: every input bit reaches every output bit (Appleby, 2011). */
function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A fast 32-bit hash of a text for seeding and sampling; not for security. `seed` picks one of many functions. */
export function hash32(text: string, seed: number): number {
  let h = mix(seed ^ text.length);
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x5bd1e995) ^ (h >>> 15);
  return mix(h);
}

/**
 * A uniform number in [0, 1) with 53 bits, a pure function of key and salt; fast (no cryptography).
 * The decision sampler draws with it from (decision id, salt).
 */
export function uniformFromKey(key: string, salt: string): number {
  const text = `${salt}\u0000${key}`;
  const high = hash32(text, 0x9e3779b9) >>> 11;
  const low = hash32(text, 0x7f4a7c15);
  return (high * TWO_POW_32 + low) / (TWO_POW_21 * TWO_POW_32);
}

/**
 * Assignment hash: uniform in [0, 1), cryptographic, so that assignments of two salts are independent.
 * @param salt names the experiment or slice and its version, e.g. `llm-share/1`
 * @param unitId the randomisation unit, usually the member id
 */
export function assignmentFraction(salt: string, unitId: string): number {
  const digest = createHash('sha256').update(`${salt}\u0000${unitId}`).digest();
  return Number(digest.readBigUInt64BE(0) >> 11n) / TWO_POW_53;
}

/** Hex SHA-256 of a text, cut to `length` characters (default all 64); content identities and cache keys. */
export function contentHash(text: string, length = 64): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
