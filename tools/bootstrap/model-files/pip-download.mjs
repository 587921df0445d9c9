import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { say } from '../say.mjs';
import { NotConfiguredError } from './not-configured-error.mjs';

/** Ways to call pip, tried in order. */
const PIPS = [['pip3'], ['pip'], ['python3', '-m', 'pip'], ['python', '-m', 'pip']];

/** @param {string[]} command @returns {Promise<{status: number | null, errors: string}>} status null: there is no such program */
function run([program, ...args]) {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  /** @type {Buffer[]} */
  const chunks = [];
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.on('error', () => resolve({ status: null, errors: '' }));
    child.on('close', (status) => resolve({ status, errors: Buffer.concat(chunks).toString('utf8').trim() }));
  });
}

/** @returns {Promise<string[]>} @throws {NotConfiguredError} */
async function findPip() {
  for (const pip of PIPS) {
    const { status } = await run([...pip, '--version']);
    if (status === 0) return pip;
  }
  throw new NotConfiguredError('no pip on this machine');
}

/**
 * The wheel of a release by `pip download`, with whatever indexes and proxies pip is set up for.
 * @param {{package: string, version: string}} release
 * @param {string} folder emptied, then holds the wheel
 * @returns {Promise<string>} path of the wheel
 * @throws {NotConfiguredError} without pip; Error with pip's message
 */
export async function pipDownload(release, folder) {
  const pip = await findPip();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const wanted = `${release.package}==${release.version}`;
  say(`${pip.join(' ')} download ${wanted}`);
  const options = ['--no-deps', '--only-binary=:all:', '--retries', '2', '--progress-bar', 'off'];
  const { status, errors } = await run([...pip, 'download', ...options, '--dest', folder, wanted]);
  const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
  if (status === 0 && wheel) return path.join(folder, wheel);
  throw new Error(`pip download ${wanted}: ${errors.split('\n').at(-1) || `exit code ${status}`}`);
}
