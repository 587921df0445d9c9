import { readFileSync } from 'node:fs';
import path from 'node:path';
import { applyMigrations, createDatabaseIfMissing } from '@keyart/db';
import { openEmbeddedServer, type EmbeddedServer } from '../../../tools/embedded-postgres';

const DATABASE = 'keyart';

/** A durable embedded PostgreSQL that can be killed and recovers from its log. */
export class DatabaseServer {
  private readonly opened: EmbeddedServer[] = [];
  url = '';

  constructor(private readonly home: string) {}

  async start(): Promise<void> {
    const say = (line: string): void => void process.stderr.write(`${line}\n`);
    const server = await openEmbeddedServer({ home: this.home, isDurable: true, say });
    this.opened.push(server);
    this.url = server.urlOf(DATABASE);
    if (this.opened.length > 1) return;
    await createDatabaseIfMissing(this.url);
    await applyMigrations(this.url);
  }

  /** kill -9 of the postmaster, whose processes then end; start again, with crash recovery, on the same port. */
  async killAndRecover(): Promise<void> {
    const before = this.url;
    const pidFile = path.join(this.home, 'postgres/cluster/data/postmaster.pid');
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
    await this.start();
    if (this.url !== before) throw new Error('the database came back on another port');
  }

  async stop(): Promise<void> {
    for (const server of this.opened) await server.stop();
  }
}
