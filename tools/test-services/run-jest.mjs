import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../bootstrap/paths.mjs';
import { runChild } from '../bootstrap/run-child.mjs';

const JEST = path.join(ROOT, 'node_modules/jest/bin/jest.js');
const PREPARED = fileURLToPath(new URL('./jest-with-counts.cjs', import.meta.url));

/**
 * Runs Jest over all projects.
 * @param {{args: string[], env: NodeJS.ProcessEnv, folder: string}} run arguments for Jest; a folder for the counts
 * @returns {Promise<{status: number, passed: number, failed: number}>}
 */
export async function runJest({ args, env, folder }) {
  const file = path.join(folder, 'counts.json');
  const childEnv = { ...env, KEYART_JEST_COUNTS: file };
  // A failed test may leave a child process behind; the run must end and say so all the same.
  const status = await runChild([JEST, '--config', PREPARED, '--forceExit', ...args], childEnv);
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0 };
  return { status, ...counts };
}
