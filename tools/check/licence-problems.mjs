import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../bootstrap/paths.mjs';

/** Licences under which a package may be used in a service without conditions on the service's own source. */
const WELCOME = new Set([
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense'],
  ...['CC0-1.0', 'Python-2.0', 'MIT-0', 'Zlib', 'BSL-1.0'],
]);
/** Used as they are, as libraries of their own. */
const TOLERATED = new Map([
  ['@img/sharp-', 'libvips, LGPL-3.0-or-later: linked dynamically, unchanged'],
  ['elkjs', 'EPL-2.0: comes with the command line of Prisma, unchanged, not loaded by the service'],
]);

/** Production packages whose licence is neither welcome nor tolerated, or not named. @returns {string[]} */
export function licenceProblems() {
  const { packages } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));
  return Object.keys(packages)
    .filter((folder) => folder !== '' && !packages[folder].dev && !packages[folder].devOptional)
    .flatMap((folder) => problemOf(folder, packages[folder].license ?? installedLicence(folder)));
}

/** @param {string} folder @param {string | null} licence null: not installed here @returns {string[]} */
function problemOf(folder, licence) {
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const isTolerated = [...TOLERATED.keys()].some((start) => name.startsWith(start));
  if (licence === null || isTolerated || isWelcome(licence)) return [];
  return [`${name}: licence ${licence} is not on the list`];
}

/** @param {string} expression SPDX, of which `OR` and `AND` of plain names are read @returns {boolean} */
function isWelcome(expression) {
  const alternatives = expression.replace(/[()]/g, '').split(/ or /i);
  return alternatives.some((one) => one.split(/ and /i).every((name) => WELCOME.has(name.trim())));
}

/** @param {string} folder @returns {string | null} */
function installedLicence(folder) {
  const file = path.join(ROOT, folder, 'package.json');
  if (!existsSync(file)) return null;
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8'));
  return (
    license?.type ?? license ?? licenses?.map((/** @type {any} */ one) => one.type).join(' OR ') ?? 'none'
  );
}
