import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';

/**
 * Runs a Node program of this checkout; what it prints is kept and shown only by who asks for it.
 * @param {string[]} args script and its arguments
 * @param {NodeJS.ProcessEnv} [env] added to this process's
 * @returns {Promise<{status: number, output: string}>}
 */
export function runQuietly(args, env = {}) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  /** @type {Buffer[]} */
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({ status: status ?? 1, output: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}
