import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const PASSED_ON = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const SIGNAL_EXIT_BASE = 128;

/** A terminal sends Ctrl-C to the child as well; twice would be a second order. @param {NodeJS.Signals} signal */
function isSentByTerminal(signal) {
  return signal === 'SIGINT' && process.stdin.isTTY === true;
}

/**
 * Runs a Node program in the foreground, with this process's standard streams; signals reach it.
 * @param {string[]} args script and its arguments
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code; 128 + n when it ended by signal n
 */
export function runChild(args, env) {
  const child = spawn(process.execPath, args, { env, stdio: 'inherit' });
  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => void (isSentByTerminal(signal) || child.kill(signal));
  PASSED_ON.forEach((signal) => process.on(signal, passOn));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status, signal) => {
      PASSED_ON.forEach((name) => process.off(name, passOn));
      resolve(signal ? SIGNAL_EXIT_BASE + constants.signals[signal] : (status ?? 1));
    });
  });
}
