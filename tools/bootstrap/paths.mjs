import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of package.json. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Compiled code; only this runs. */
export const DIST = path.join(ROOT, 'dist');

/** One lock for everything that changes node_modules, generated code or `dist`. */
export const BOOTSTRAP_LOCK = path.join(ROOT, '.keyart', 'bootstrap.lock');

/** `KEYART_HOME`, or `.keyart` of this checkout, wherever the command is called. @returns {string} */
export function keyartHome() {
  return path.resolve(process.env.KEYART_HOME || path.join(ROOT, '.keyart'));
}
