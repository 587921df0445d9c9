import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '@keyart/common';
import { Client } from 'pg';
import { readPassword, SUPERUSER, type ClusterPaths } from './cluster';
import type { ClusterLocation } from './cluster-location';
import { EmbeddedPostgresError } from './errors';
import { runProgram } from './run-program';

const LOOPBACK = '127.0.0.1';
const START_TIMEOUT_SECONDS = '60';
const CONNECT_TIMEOUT_MS = 3_000;
const RETRY_PAUSE_MS = 500;
const START_ATTEMPTS = 5;
const LOG_TAIL_LINES = 8;
const STARTING_OR_STOPPING = '57P03';
/** With its queue here a worker holds up to five a job kind: waiting, working, putting in line. */
const MAX_CONNECTION_COUNT = 300;
const DURABLE = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on'];
const THROWAWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** URL of a database on the server of this cluster. */
export function databaseUrl(paths: ClusterPaths, port: number, database: string): string {
  return `postgresql://${SUPERUSER}:${readPassword(paths)}@${LOOPBACK}:${port}/${database}`;
}

/** Port that the running server, or the last one, noted in its lock file; null: it was shut down in order. */
function notedPort(paths: ClusterPaths): number | null {
  try {
    return Number(readFileSync(`${paths.data}/postmaster.pid`, 'utf8').split('\n')[3]) || null;
  } catch {
    return null;
  }
}

async function answers(paths: ClusterPaths, port: number): Promise<boolean> {
  const connectionString = databaseUrl(paths, port, 'postgres');
  const client = new Client({ connectionString, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== STARTING_OR_STOPPING) return false;
    await sleep(RETRY_PAUSE_MS);
    return answers(paths, port);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Port of the server that runs on this cluster; null: none does, whatever a stale lock file says. */
export async function runningPort(paths: ClusterPaths): Promise<number | null> {
  const port = notedPort(paths);
  return port !== null && (await answers(paths, port)) ? port : null;
}

/** `wanted` where it is free, else any free port. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', () => (wanted === 0 ? reject(new Error('no free port')) : resolve(freePort(0))));
    server.listen(wanted, LOOPBACK, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function rememberedPort(paths: ClusterPaths): number {
  return existsSync(paths.port) ? Number(readFileSync(paths.port, 'utf8')) || 0 : 0;
}

function serverOptions(port: number, isDurable: boolean): string {
  const network = [`listen_addresses=${LOOPBACK}`, 'unix_socket_directories='];
  const size = [`max_connections=${MAX_CONNECTION_COUNT}`];
  const settings = [...network, ...size, ...(isDurable ? DURABLE : THROWAWAY)];
  return [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(' ');
}

function logTail(paths: ClusterPaths): string {
  if (!existsSync(paths.log)) return '';
  return readFileSync(paths.log, 'utf8').trim().split('\n').slice(-LOG_TAIL_LINES).join('\n');
}

/**
 * Starts the server, detached: it outlives a killed process, and the next command finds it.
 * @returns its port: the one of last time where that is free
 */
export async function startServer(
  location: ClusterLocation,
  paths: ClusterPaths,
  isDurable: boolean,
): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(rememberedPort(paths));
    const options = ['-o', serverOptions(port, isDurable), '-w', '-t', START_TIMEOUT_SECONDS];
    try {
      await runProgram(location, 'pg_ctl', ['start', '-D', paths.data, '-l', paths.log, ...options]);
      writeFileSync(paths.port, `${port}\n`);
      return port;
    } catch (cause) {
      // After a kill -9 the old server's children may hold its shared memory for a moment.
      if (attempt === START_ATTEMPTS) {
        const message = `embedded PostgreSQL does not start: ${messageOf(cause)}\n${logTail(paths)}`;
        throw new EmbeddedPostgresError('commandFailed', message, { cause });
      }
      await sleep(RETRY_PAUSE_MS);
    }
  }
}

/** Stops the server in order; connections still open are cut. */
export async function stopServer(location: ClusterLocation, paths: ClusterPaths): Promise<void> {
  await runProgram(location, 'pg_ctl', ['stop', '-D', paths.data, '-m', 'fast', '-w']);
}
