import os from 'node:os';
import path from 'node:path';

/** @returns {string} the user's folder for files that can be fetched again */
export function cacheFolder() {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return path.join(XDG_CACHE_HOME, 'keyart');
  if (process.platform === 'win32' && LOCALAPPDATA) return path.join(LOCALAPPDATA, 'keyart', 'Cache');
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches', 'keyart');
  return path.join(os.homedir(), '.cache', 'keyart');
}
