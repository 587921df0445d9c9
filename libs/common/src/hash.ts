import { createHash } from 'node:crypto';

/** Bound once: where code runs in a sandbox (Jest), looking the global up costs ten times the multiplication. */
const { imul } = Math;
const TWO_POW_32 = 2 ** 32;
const TWO_POW_21 = 2 ** 21;
const TWO_POW_53 = 2 ** 53;

/** MurmurHash3's 32-bit finaliser: every input bit reaches every output bit (Appleby, 2011). */
function mix(hash: number): number {
  let h = hash;
  h = imul(h ^ (h >>> 16), 0x85ebca6b);
  h = imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Folds one UTF-16 unit into a hash state. */
function absorb(state: number, unit: number): number {
  return imul(state ^ unit, 0x5bd1e995) ^ (state >>> 15);
}

/** A fast 32-bit hash of a text for seeding and sampling; not for security. `seed` picks one of many functions. */
export function hash32(text: string, seed: number): number {
  let state = mix(seed ^ text.length);
  for (let i = 0; i < text.length; i++) state = absorb(state, text.charCodeAt(i));
  return mix(state);
}

/**
 * A uniform number in [0, 1) with 53 bits, a pure function of key and salt; fast (no cryptography).
 * The decision sampler draws with it from (decision id, salt).
 */
export function uniformFromKey(key: string, salt: string): number {
  let high = mix(0x9e3779b9 ^ salt.length);
  let low = mix(0x7f4a7c15 ^ salt.length);
  for (const text of [salt, key]) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      high = absorb(high, unit);
      low = absorb(low, unit);
    }
  }
  return ((mix(high) >>> 11) * TWO_POW_32 + mix(low)) / (TWO_POW_21 * TWO_POW_32);
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
