import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.name.startsWith('.')) return [];
    return entry.isDirectory() ? filesBelow(file) : [file];
  });
}

/** @param {string} name @returns {string[]} */
function filesOf(name) {
  const full = path.join(ROOT, name);
  if (!existsSync(full)) return [];
  return statSync(full).isDirectory() ? filesBelow(full) : [full];
}

/**
 * Changes whenever a file below `names` is added, removed or written; reads no contents, so it costs milliseconds.
 * @param {string[]} names files and folders of the checkout
 * @returns {string}
 */
export function sourceFingerprint(names) {
  const hash = createHash('sha256');
  for (const file of names.flatMap(filesOf).sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${path.relative(ROOT, file)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}
