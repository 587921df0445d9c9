import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../bootstrap/model-files/cache-folder.mjs';
import { say } from '../bootstrap/say.mjs';
import { SetupError } from '../bootstrap/setup-error.mjs';

const VERSION = '4.32.5';

/** @param {string} program @param {string[]} args @returns {Promise<boolean>} */
function succeeds(program, args) {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (status) => resolve(status === 0));
  });
}

/**
 * The `st` program of a pinned Schemathesis, in a virtual environment of the user's cache; made once.
 * @returns {Promise<string>} path
 * @throws {SetupError} without Python 3.10 or a package index
 */
export async function ensureSchemathesis() {
  const folder = path.join(cacheFolder(), 'tools', `schemathesis-${VERSION}`);
  const done = path.join(folder, 'installed');
  if (existsSync(done)) return path.join(folder, 'bin', 'st');
  say(`installing schemathesis ${VERSION} into ${folder}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.dirname(folder), { recursive: true });
  const install = ['-m', 'pip', 'install', '--quiet', `schemathesis==${VERSION}`];
  const isMade =
    (await succeeds('python3', ['-m', 'venv', folder])) &&
    (await succeeds(path.join(folder, 'bin', 'python'), install));
  if (!isMade)
    throw new SetupError('schemathesis needs python3 (3.10 or later) with venv, and a package index for pip');
  mkdirSync(done);
  return path.join(folder, 'bin', 'st');
}
