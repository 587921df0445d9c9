import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 4_096;
const UUID_BYTES = 16;
/** Drawn ahead: one call for many ids. */
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/**
 * A UUID of version 7 (RFC 9562): milliseconds, then 74 random bits. Ids made one after another lie side by side in an index,
 * so that a growing table is written at its end and not all over.
 */
export function timeOrderedUuid(nowMs: number): string {
  if (used === POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = pool.subarray(used, (used += UUID_BYTES));
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
