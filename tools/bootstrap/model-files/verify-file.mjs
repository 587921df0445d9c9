import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** The bytes are not those the manifest (or a package index) promises. */
export class ChecksumError extends Error {
  /** @param {{file: string, expected: string, actual: string}} mismatch */
  constructor({ file, expected, actual }) {
    super(`${file} is refused: expected sha256 ${expected}, it has ${actual}`);
  }
}

/** @param {string} file @returns {Promise<string>} hex */
async function sha256Of(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** @param {string} file @param {string} expected hex SHA-256 @throws {ChecksumError} naming file, expected and actual */
export async function verifyFile(file, expected) {
  const actual = await sha256Of(file);
  if (actual !== expected.toLowerCase()) throw new ChecksumError({ file, expected, actual });
}
