import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProgram } from './find-program.mjs';
import { freePort, HOST } from './free-port.mjs';
import { killAndWait } from './kill-and-wait.mjs';

const START_LIMIT_MS = 10_000;
const POLL_MS = 50;

/** @param {number} port @returns {Promise<boolean>} */
function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, HOST);
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

/**
 * A Redis of the tests' own on a free port, keeping nothing on disk.
 * @param {string} folder for its working files
 * @returns {Promise<{url: string, stop(): Promise<unknown>} | null>} null where redis-server is not installed or does not start
 */
export async function startTestRedis(folder) {
  const program = findProgram('redis-server');
  if (!program) return null;
  const port = await freePort();
  const args = ['--port', String(port), '--bind', HOST, '--save', '', '--appendonly', 'no', '--dir', folder];
  // Detached: Ctrl-C ends the tests first, then this.
  const server = spawn(program, args, { stdio: 'ignore', detached: true });
  server.on('error', () => {});
  for (let waitedMs = 0; waitedMs < START_LIMIT_MS && server.exitCode === null; waitedMs += POLL_MS) {
    if (await accepts(port)) return { url: `redis://${HOST}:${port}`, stop: () => killAndWait(server) };
    await sleep(POLL_MS);
  }
  await killAndWait(server);
  return null;
}
