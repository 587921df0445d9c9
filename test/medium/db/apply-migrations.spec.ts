import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { applyMigrations, createDatabaseIfMissing } from '@keyart/db';

describe('applyMigrations', () => {
  const url = new URL(process.env.DATABASE_URL_TEST ?? '');
  const database = `migrations_${randomUUID().replaceAll('-', '')}`;
  const target = Object.assign(new URL(url), { pathname: `/${database}` }).toString();
  let folder: string;

  function migration(name: string, sql: string): void {
    mkdirSync(path.join(folder, name), { recursive: true });
    writeFileSync(path.join(folder, name, 'migration.sql'), sql);
  }

  async function query(connectionString: string, sql: string): Promise<unknown[]> {
    const client = new Client({ connectionString });
    await client.connect();
    return client
      .query(sql)
      .then(({ rows }) => rows)
      .finally(() => client.end());
  }

  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'keyart-migrations-'));
    await Promise.all([createDatabaseIfMissing(target), createDatabaseIfMissing(target)]);
  });

  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    await query(url.toString(), `DROP DATABASE "${database}" WITH (FORCE)`);
  });

  it('applies what is missing, in order, once, however many start together', async () => {
    migration('20250101000000_first', 'CREATE TABLE a (id INT); INSERT INTO a VALUES (1);');
    migration('20250102000000_second', 'ALTER TABLE a ADD COLUMN b INT;');
    const applied = await Promise.all([applyMigrations(target, folder), applyMigrations(target, folder)]);
    expect(applied.flat()).toEqual(['20250101000000_first', '20250102000000_second']);
    migration('20250103000000_third', 'CREATE TABLE c (id INT);');
    expect(await applyMigrations(target, folder)).toEqual(['20250103000000_third']);
    expect(await query(target, 'SELECT id, b FROM a')).toEqual([{ id: 1, b: null }]);
  });

  it('undoes a migration that fails and tries it again next time', async () => {
    migration('20250101000000_first', 'CREATE TABLE a (id INT); SELECT nonsense;');
    await expect(applyMigrations(target, folder)).rejects.toThrow(
      /20250101000000_first failed and was undone.*nonsense/,
    );
    migration('20250101000000_first', 'CREATE TABLE a (id INT);');
    expect(await applyMigrations(target, folder)).toEqual(['20250101000000_first']);
  });

  it('refuses to go on when an applied migration was edited', async () => {
    migration('20250101000000_first', 'CREATE TABLE a (id INT);');
    await applyMigrations(target, folder);
    migration('20250101000000_first', 'CREATE TABLE a (id BIGINT);');
    await expect(applyMigrations(target, folder)).rejects.toThrow(/20250101000000_first was changed/);
  });
});
