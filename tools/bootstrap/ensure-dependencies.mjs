import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import lock from './exclusive-lock.cjs';
import { areLockedPackagesInstalled } from './installed-packages.mjs';
import { npmProgram } from './npm-program.mjs';
import { BOOTSTRAP_LOCK, ROOT } from './paths.mjs';
import { runQuietly } from './run-quietly.mjs';
import { say } from './say.mjs';
import { SetupError } from './setup-error.mjs';

const STAMP = path.join(ROOT, 'node_modules', '.keyart-lock-sha256');
const INSTALL = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
const PROGRESS_INTERVAL_MS = 10_000;
const LAST_LINES = 15;
const NO_NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|EHOSTUNREACH/;

/** @returns {string} */
function lockHash() {
  return createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex');
}

/** @returns {boolean} */
function isStamped() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash();
}

/** @param {string} output of npm @returns {SetupError} */
function explain(output) {
  const tail = output.trim().split('\n').slice(-LAST_LINES).join('\n');
  const code = NO_NETWORK.exec(output)?.[0];
  if (!code) return new SetupError(`npm ci failed:\n${tail}`);
  return new SetupError(
    `packages are not installed and the npm registry cannot be reached (${code}). Connect once, or point npm at a registry of yours (npm config set registry …), and run the command again.`,
  );
}

async function install() {
  say('installing packages (npm ci), about a minute');
  const startedAt = Date.now();
  const report = () => say(`installing packages, ${Math.round((Date.now() - startedAt) / 1000)} s`);
  const timer = setInterval(report, PROGRESS_INTERVAL_MS);
  const { status, output } = await runQuietly([npmProgram(), ...INSTALL]).finally(() => clearInterval(timer));
  if (status !== 0) throw explain(output);
  say(`packages installed in ${Math.round((Date.now() - startedAt) / 1000)} s`);
}

/**
 * Installs exactly what package-lock.json names when node_modules lacks it.
 * @throws {SetupError} when that fails
 */
export async function ensureDependencies() {
  if (isStamped()) return;
  await lock.withExclusiveLock(BOOTSTRAP_LOCK, async () => {
    if (isStamped()) return;
    if (!areLockedPackagesInstalled()) await install();
    writeFileSync(STAMP, lockHash());
  });
}
