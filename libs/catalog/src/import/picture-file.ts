import path from 'node:path';

/** Whether a manifest's `file` is an address rather than a path. */
export function isAddress(file: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(file);
}

/**
 * Where a file of a manifest lies.
 * @param directory of the manifest
 * @returns null when it lies outside of the directory
 */
export function pathInside(directory: string, file: string): string | null {
  const root = path.resolve(directory);
  const full = path.resolve(root, file);
  return full.startsWith(root + path.sep) ? full : null;
}
