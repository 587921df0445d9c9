import { SetupError } from './setup-error.mjs';

const OLDEST = [20, 19];

/** @param {string} [version] `process.versions.node` @throws {SetupError} when Node is too old */
export function checkNodeVersion(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new SetupError(`Node.js ${OLDEST.join('.')} or newer is needed, this is ${version}`);
}
