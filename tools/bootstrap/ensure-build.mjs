import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensurePrismaClient, isPrismaClientFresh } from './ensure-prisma-client.mjs';
import lock from './exclusive-lock.cjs';
import { BOOTSTRAP_LOCK, DIST } from './paths.mjs';
import { runQuietly } from './run-quietly.mjs';
import { say } from './say.mjs';
import { SetupError } from './setup-error.mjs';
import { sourceFingerprint } from './source-fingerprint.mjs';

const STAMP = path.join(DIST, '.built-from');
const SOURCES = ['apps', 'libs', 'tools', '.swcrc', 'package-lock.json'];
const SWC = path.join('node_modules', '@swc', 'cli', 'bin', 'swc.js');
// Files that are no TypeScript (the `.mjs` entry of the LLM's process, page templates) are copied beside the compiled code.
const COMPILE = [
  'apps',
  'libs',
  'tools',
  '--extensions',
  '.ts',
  '--copy-files',
  '--ignore',
  '**/*.{spec,d}.ts',
];

/** @returns {boolean} */
function isFresh() {
  if (!isPrismaClientFresh() || !existsSync(STAMP)) return false;
  return readFileSync(STAMP, 'utf8') === sourceFingerprint(SOURCES);
}

/** Puts `fresh` in the place of `dist`, which is never seen half written. @param {string} fresh */
function swap(fresh) {
  const old = `${DIST}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(DIST)) renameSync(DIST, old);
  renameSync(fresh, DIST);
  rmSync(old, { recursive: true, force: true });
}

async function build() {
  const fingerprint = sourceFingerprint(SOURCES);
  const fresh = `${DIST}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const { status, output } = await runQuietly([SWC, ...COMPILE, '-d', fresh]);
  if (status !== 0) throw new SetupError(`the build failed:\n${output.trim()}`);
  writeFileSync(path.join(fresh, path.basename(STAMP)), fingerprint);
  swap(fresh);
}

/**
 * Compiles the sources into `dist` when they have changed; of two commands at once, one builds and the other waits.
 * @throws {SetupError} with the compiler's message
 */
export async function ensureBuild() {
  if (isFresh()) return;
  await lock.withExclusiveLock(BOOTSTRAP_LOCK, async () => {
    if (isFresh()) return;
    await ensurePrismaClient();
    say('compiling');
    await build();
  });
}
