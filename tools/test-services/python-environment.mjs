import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { say } from '../bootstrap/say.mjs';
import { SetupError } from '../bootstrap/setup-error.mjs';

/** @param {string} program @param {string[]} args @returns {Promise<boolean>} */
function succeeds(program, args) {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (status) => resolve(status === 0));
  });
}

/**
 * A Python virtual environment with one pinned package, made once.
 * @param {{folder: string, requirement: string, needs: string}} wanted `needs`: what to tell a person when it cannot be made
 * @returns {Promise<string>} its folder of programs
 * @throws {SetupError}
 */
export async function ensurePythonEnvironment({ folder, requirement, needs }) {
  const programs = path.join(folder, 'bin');
  const done = path.join(folder, 'installed');
  if (existsSync(done)) return programs;
  say(`installing ${requirement} into ${folder}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.dirname(folder), { recursive: true });
  const install = ['-m', 'pip', 'install', '--quiet', requirement];
  const isMade =
    (await succeeds('python3', ['-m', 'venv', folder])) &&
    (await succeeds(path.join(programs, 'python'), install));
  if (!isMade) throw new SetupError(`${requirement} needs ${needs}`);
  mkdirSync(done);
  return programs;
}
