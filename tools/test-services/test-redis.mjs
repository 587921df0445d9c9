import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProgram } from './find-program.mjs';

const HOST = '127.0.0.1';
const START_LIMIT_MS = 10_000;
const POLL_MS = 50;

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, HOST, () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** @param {number} port @returns {Promise<boolean>} */
function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, HOST);
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

/** @param {import('node:child_process').ChildProcess} server */
function stop(server) {
  const isOver = server.exitCode !== null || server.signalCode !== null;
  const ended = isOver ? Promise.resolve() : new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  return ended;
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
    if (await accepts(port)) return { url: `redis://${HOST}:${port}`, stop: () => stop(server) };
    await sleep(POLL_MS);
  }
  await stop(server);
  return null;
}
