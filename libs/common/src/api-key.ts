import { randomBytes } from 'node:crypto';
import { contentHash } from './hash';

const SECRET_BYTES = 24;
const SHOWN_SECRET_CHARACTERS = 5;

/** A key as its holder sees it, and what is kept of it. */
export interface ApiKey {
  /** The key itself: shown once, kept nowhere. */
  readonly key: string;
  /** Its beginning, to recognise it by; 162 secret bits remain hidden. */
  readonly prefix: string;
  /** What the database holds, see `apiKeyHash`. */
  readonly keyHash: string;
}

/**
 * Draws a key: the word for its kind, then 192 bits from the system's generator.
 * @param kind how the key begins, so that a text search finds leaked ones
 */
export function newApiKey(kind = 'keyart'): ApiKey {
  return apiKeyOf(`${kind}_${randomBytes(SECRET_BYTES).toString('base64url')}`, kind);
}

/**
 * A key that exists, with what is kept of it.
 * @param kind what it begins with
 */
export function apiKeyOf(key: string, kind: string): ApiKey {
  const prefix = key.slice(0, kind.length + 1 + SHOWN_SECRET_CHARACTERS);
  return { key, prefix, keyHash: apiKeyHash(key) };
}

/**
 * Hex SHA-256 of a key. One fast round is right here: slow hashes protect secrets that people choose, and nobody guesses
 * one of 2^192. Keys are looked up by this hash; the time that takes tells of the hash at most, and no key follows from it.
 */
export function apiKeyHash(key: string): string {
  return contentHash(key);
}
