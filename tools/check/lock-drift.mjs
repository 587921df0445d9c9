import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../bootstrap/paths.mjs';
import { missingPlatformPackages } from '../lock/missing-platform-packages.mjs';

/** @param {string} name @returns {any} */
const readJson = (name) => JSON.parse(readFileSync(path.join(ROOT, name), 'utf8'));

/** @returns {string[]} dependencies whose range differs between package.json and the lock */
function changedRanges() {
  const locked = readJson('package-lock.json').packages[''];
  const wanted = readJson('package.json');
  return ['dependencies', 'devDependencies'].filter(
    (kind) => JSON.stringify(locked[kind] ?? {}) !== JSON.stringify(wanted[kind] ?? {}),
  );
}

/** Whether `npm ci` takes the lock on every platform, from any registry. @returns {string[]} problems */
export function lockDrift() {
  const { packages } = readJson('package-lock.json');
  const missing = Object.keys(missingPlatformPackages(packages).entries);
  const resolved = Object.keys(packages).filter((name) => packages[name].resolved?.startsWith('http'));
  return [
    ...changedRanges().map((kind) => `package-lock.json: ${kind} differ from package.json; run npm install`),
    ...missing.map((name) => `package-lock.json lacks ${name}; run node tools/complete-lock.mjs`),
    ...resolved.map((name) => `package-lock.json names a download address for ${name}; see .npmrc`),
  ];
}
