import { platformOfPackage } from './platform-of-package.mjs';

const EXACT_VERSION = /^\d+\.\d+\.\d+/;

/** @typedef {Record<string, {optionalDependencies?: Record<string, string>, dev?: boolean}>} LockedPackages */

/** npm's look-up: beside the package, then in every node_modules above. @param {LockedPackages} packages @param {string} from @param {string} name */
function isLocked(packages, from, name) {
  if (packages[`${from ? `${from}/` : ''}node_modules/${name}`]) return true;
  if (!from) return false;
  const above = from.lastIndexOf('node_modules/');
  return isLocked(packages, above <= 0 ? '' : from.slice(0, above - 1), name);
}

/** @param {string} name @param {string} version @param {boolean | undefined} dev @returns {object | null} null: no binary package by its name */
function entryOf(name, version, dev) {
  const { os, cpu } = platformOfPackage(name);
  if (!EXACT_VERSION.test(version) || (!os && cpu !== 'wasm32')) return null;
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev }),
    optional: true,
    ...(os && { os: [os] }),
  };
}

/**
 * Optional packages of other platforms that are wanted and not locked; `npm ci` refuses a lock file that lacks them.
 * @param {LockedPackages} packages of package-lock.json
 * @returns {{entries: Record<string, object>, unclear: string[]}} what to add; packages whose version or platform is not in sight
 */
export function missingPlatformPackages(packages) {
  const wanted = Object.entries(packages).flatMap(([from, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies).map(([name, version]) => ({ from, name, version, dev })),
  );
  const missing = wanted
    .filter(({ from, name }) => !isLocked(packages, from, name))
    .map(({ name, version, dev }) => ({ name, entry: entryOf(name, version, dev) }));
  const clear = missing
    .filter(({ entry }) => entry)
    .map(({ name, entry }) => [`node_modules/${name}`, entry]);
  const unclear = missing.filter(({ entry }) => !entry).map(({ name }) => name);
  return { entries: Object.fromEntries(clear), unclear: [...new Set(unclear)] };
}
