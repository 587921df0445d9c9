import { fork, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { openEmbeddedServer, stopUnusedServer, type EmbeddedServer } from '../../../tools/embedded-postgres';

async function query(server: EmbeddedServer, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: server.urlOf('postgres') });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

describe('openEmbeddedServer', () => {
  let home: string;
  const opened: EmbeddedServer[] = [];
  const said: string[] = [];

  async function open(isDurable = false): Promise<EmbeddedServer> {
    const server = await openEmbeddedServer({ home, isDurable, say: (line) => void said.push(line) });
    opened.push(server);
    return server;
  }

  const postmasterFile = (): string => path.join(home, 'postgres/cluster/data/postmaster.pid');
  const postmaster = (): number => Number(readFileSync(postmasterFile(), 'utf8').split('\n')[0]);

  beforeEach(() => {
    home = mkdtempSync(path.join(os.tmpdir(), 'keyart-embedded-'));
    chmodSync(home, 0o755);
    said.length = 0;
  });

  afterEach(async () => {
    for (const server of opened.splice(0)) await server.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('makes a UTF-8 cluster on loopback with a password that others cannot read', async () => {
    const server = await open();
    const [settings] = await query(
      server,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('listen_addresses') AS listening,
        (SELECT datlocale FROM pg_database WHERE datname = 'postgres') AS locale`,
    );
    expect(settings).toEqual({ encoding: 'UTF8', listening: '127.0.0.1', locale: 'C.UTF-8' });
    expect(statSync(path.join(home, 'postgres/cluster/password')).mode & 0o777).toBe(0o600);
    expect(said).toEqual([]);
  });

  it('lets several users share one server, and stops with the last of them', async () => {
    const [first, second] = await Promise.all([open(), open()]);
    expect(second.urlOf('x')).toBe(first.urlOf('x'));
    await first.stop();
    expect(await query(second, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.stop();
    await expect(query(second, 'SELECT 1')).rejects.toThrow();
  });

  it('recovers when the server was killed: what was committed is there, on the same port', async () => {
    const server = await open(true);
    await query(server, 'CREATE TABLE kept AS SELECT 42 AS answer');
    process.kill(postmaster(), 'SIGKILL');
    const again = await open(true);
    expect(await query(again, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    expect(again.urlOf('x')).toBe(server.urlOf('x'));
  });

  it('outlives a killed user, is found by the next one, and is stopped once nobody is left', async () => {
    const server = await open();
    const entry = path.join(__dirname, 'idle.cjs');
    const child: ChildProcess = fork(entry);
    const lease = path.join(home, 'postgres/cluster/leases', `${child.pid}.other`);
    writeFileSync(lease, '');
    await server.stop();
    expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const ended = new Promise((resolve) => child.on('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    await stopUnusedServer(home);
    await expect(query(server, 'SELECT 1')).rejects.toThrow();
  });
});
