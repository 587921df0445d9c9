import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Redis } from 'ioredis';
import type { Pool } from 'pg';

const TABLES = `
SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;

/** Every row of every table of every schema, as text. */
export async function dumpDatabase(pool: Pool): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string }>(TABLES);
  const lines: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} AS t`);
    lines.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return lines;
}

/** Every key of a Redis, with what it holds. */
export async function dumpRedis(redis: Redis): Promise<string[]> {
  const lines: string[] = [];
  for await (const keys of redis.scanStream({ count: 1_000 }) as AsyncIterable<string[]>)
    for (const key of keys) lines.push(`${key} ${JSON.stringify(await valueOf(redis, key))}`);
  return lines;
}

async function valueOf(redis: Redis, key: string): Promise<unknown> {
  switch (await redis.type(key)) {
    case 'string':
      return redis.get(key);
    case 'hash':
      return redis.hgetall(key);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'set':
      return redis.smembers(key);
    case 'zset':
      return redis.zrange(key, 0, -1);
    case 'stream':
      return redis.xrange(key, '-', '+');
    default:
      return null;
  }
}

/** Every file below a folder: its path and bytes. */
export async function dumpFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
  return Promise.all(files.map(async (file) => `${file} ${await readFile(file, 'latin1')}`));
}
