import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder } from '../bootstrap/model-files/cache-folder.mjs';
import { SetupError } from '../bootstrap/setup-error.mjs';
import { freePort, HOST } from './free-port.mjs';
import { killAndWait } from './kill-and-wait.mjs';
import { ensurePythonEnvironment } from './python-environment.mjs';

const VERSION = '0.3.36';
const START_LIMIT_MS = 120_000;
const POLL_MS = 200;
/** Room for the suite's prompts; the server keeps the logits of every position: 4 bytes × vocabulary each. */
const CONTEXT_TOKENS = 512;

/** @param {string} url @returns {Promise<boolean>} */
async function isServing(url) {
  return fetch(`${url}/v1/models`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/**
 * The `python` of a pinned llama-cpp-python with its OpenAI-like server, in the user's cache; compiled once, some minutes.
 * @returns {Promise<string>} path
 * @throws {SetupError}
 */
export async function ensureLlamaServer() {
  const programs = await ensurePythonEnvironment({
    folder: path.join(cacheFolder(), 'llm-server', `llama-cpp-python-${VERSION}`),
    requirement: `llama-cpp-python[server]==${VERSION}`,
    needs: 'python3 (3.9 or later) with venv, a C++ compiler, and a package index for pip',
  });
  return path.join(programs, 'python');
}

/**
 * Serves a GGUF model over HTTP on a free port.
 * @param {{python: string, model: string}} files
 * @returns {Promise<{url: string, pid: number, stop(): Promise<unknown>}>}
 * @throws {SetupError} when it does not answer in time
 */
export async function startLlamaServer({ python, model }) {
  const port = await freePort();
  // A stream that a newer request interrupts would be no answer.
  const settings = {
    model,
    host: HOST,
    port,
    n_ctx: CONTEXT_TOKENS,
    interrupt_requests: false,
    verbose: false,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const server = spawn(python, ['-m', 'llama_cpp.server', ...args], { stdio: 'ignore', detached: true });
  server.on('error', () => {});
  const url = `http://${HOST}:${port}`;
  for (let waitedMs = 0; waitedMs < START_LIMIT_MS && server.exitCode === null; waitedMs += POLL_MS) {
    if (await isServing(url))
      return { url, pid: /** @type {number} */ (server.pid), stop: () => killAndWait(server) };
    await sleep(POLL_MS);
  }
  await killAndWait(server);
  throw new SetupError(`${python} -m llama_cpp.server does not serve ${model}`);
}
