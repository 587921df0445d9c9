import { existsSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from './setup-error.mjs';

/** Where Node's installers put npm, seen from the `node` program. */
const BESIDE_NODE = ['../lib/node_modules/npm/bin/npm-cli.js', 'node_modules/npm/bin/npm-cli.js'];

/** @returns {string[]} npm's script for every folder of PATH that has an `npm` link to it */
function besidePath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.flatMap((folder) => BESIDE_NODE.map((relative) => path.resolve(folder, relative)));
}

/**
 * npm's own script, run by Node: the same on every system, and no shell.
 * @returns {string}
 * @throws {SetupError} when this Node came without npm
 */
export function npmProgram() {
  const calling = process.env.npm_execpath ?? '';
  const besideNode = BESIDE_NODE.map((relative) => path.resolve(path.dirname(process.execPath), relative));
  const candidates = [...(calling.includes('npm-cli') ? [calling] : []), ...besideNode, ...besidePath()];
  const found = candidates.find((file) => existsSync(file));
  if (!found) throw new SetupError('npm is not beside this Node.js; run `npm ci` once by hand');
  return found;
}
