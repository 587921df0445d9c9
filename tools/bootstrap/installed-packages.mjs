import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';

/** @param {string} file @returns {Record<string, {version?: string, optional?: boolean, devOptional?: boolean, link?: boolean}>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')).packages ?? {};
}

/**
 * Whether node_modules holds what package-lock.json says, by npm's own note of what it installed.
 * Packages for other platforms may be missing.
 * @returns {boolean}
 */
export function areLockedPackagesInstalled() {
  try {
    const installed = packagesOf('node_modules/.package-lock.json');
    return Object.entries(packagesOf('package-lock.json')).every(([key, wanted]) => {
      if (key === '' || wanted.link) return true;
      const present = installed[key];
      return present ? present.version === wanted.version : Boolean(wanted.optional || wanted.devOptional);
    });
  } catch {
    return false;
  }
}
