import cliProgress from 'cli-progress';
import { say } from '../say.mjs';

const BYTES_PER_MB = 1_000_000;
const LINE_INTERVAL_MS = 3_000;

/** @typedef {{update(doneBytes: number): void, stop(): void}} Progress */

/** @param {number} bytes */
const megabytes = (bytes) => Math.round(bytes / BYTES_PER_MB);

/** @param {string} name @param {number} totalBytes @returns {Progress} */
function bar(name, totalBytes) {
  const format = `keyart: ${name} {bar} {percentage}% of ${megabytes(totalBytes)} MB, {eta_formatted} left`;
  const options = { format, stream: process.stderr, hideCursor: true, clearOnComplete: true };
  const drawn = new cliProgress.SingleBar(options, cliProgress.Presets.shades_classic);
  drawn.start(totalBytes, 0);
  return { update: (doneBytes) => drawn.update(doneBytes), stop: () => drawn.stop() };
}

/** A line every few seconds, where there is no terminal. @param {string} name @param {number} totalBytes @returns {Progress} */
function lines(name, totalBytes) {
  let saidAt = Date.now();
  return {
    update(doneBytes) {
      if (Date.now() - saidAt < LINE_INTERVAL_MS) return;
      saidAt = Date.now();
      say(`${name}: ${megabytes(doneBytes)} of ${megabytes(totalBytes)} MB`);
    },
    stop() {},
  };
}

/** @param {string} name @param {number} totalBytes 0 where the server does not say @returns {Progress} */
export function startProgress(name, totalBytes) {
  return process.stderr.isTTY && totalBytes > 0 ? bar(name, totalBytes) : lines(name, totalBytes);
}
