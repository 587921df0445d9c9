#!/usr/bin/env node
// Drop-in for Prisma's native `schema-engine` binary: same CLI + JSON-RPC-over-stdio contract,
// backed by @prisma/schema-engine-wasm and the node-postgres driver adapter.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { randomUUID } from 'node:crypto';
import readline from 'node:readline';
const require = createRequire(import.meta.url);
const pg = require('pg');
const { PrismaPg } = require('@prisma/adapter-pg');
const { bindMigrationAwareSqlAdapterFactory } = require('@prisma/driver-adapter-utils');

const argv = process.argv.slice(2);
const opt = (n) => {
  const i = argv.indexOf(n);
  return i < 0 ? undefined : argv[i + 1];
};
const datamodels = argv.flatMap((a, i) => (a === '--datamodels' ? [argv[i + 1]] : []));
const ds = opt('--datasource') ? JSON.parse(opt('--datasource')) : {};
const logErr = (code, message) =>
  process.stderr.write(
    '\n' +
      JSON.stringify({
        timestamp: new Date().toISOString(),
        level: 'ERROR',
        fields: { message, error_code: code, is_panic: false },
        target: 'schema_engine::logger',
      }),
  );

function urlParts(url) {
  const u = new URL(url);
  const schema = u.searchParams.get('schema') ?? undefined;
  u.searchParams.delete('schema');
  for (const k of ['connection_limit', 'pool_timeout', 'pgbouncer', 'connect_timeout', 'socket_timeout'])
    u.searchParams.delete(k);
  return {
    connectionString: u.toString(),
    schema,
    database: decodeURIComponent(u.pathname.slice(1)),
    admin: (() => {
      const a = new URL(u);
      a.pathname = '/postgres';
      return a.toString();
    })(),
  };
}
class MigratePg extends PrismaPg {
  // fixes two adapter-pg limits for migrations
  #url;
  #shadow;
  constructor(url, shadow) {
    const p = urlParts(url);
    super(
      { connectionString: p.connectionString, max: 2, idleTimeoutMillis: 500, allowExitOnIdle: true },
      { schema: p.schema },
    );
    this.#url = url;
    this.#shadow = shadow;
  }
  #script(a) {
    const base = Object.getPrototypeOf(Object.getPrototypeOf(a)); // PgQueryable: pg's "char" (oid 18) is unmapped in adapter-pg
    if (!base.__charPatched) {
      const io = base.performIO;
      base.performIO = async function (q) {
        const r = await io.call(this, q);
        for (const f of r?.fields ?? []) if (f.dataTypeID === 18) f.dataTypeID = 25;
        return r;
      };
      base.__charPatched = true;
    }
    a.executeScript = async (s) => {
      try {
        await a.underlyingDriver().query(s);
      } catch (e) {
        a.onError(e);
      }
    };
    return a;
  }
  async connect() {
    return this.#script(await super.connect());
  }
  async connectToShadowDb() {
    if (this.#shadow) {
      const a = this.#script(
        await new PrismaPg({
          connectionString: urlParts(this.#shadow).connectionString,
          max: 1,
          allowExitOnIdle: true,
        }).connect(),
      );
      await a.executeScript('DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public;');
      return a;
    }
    const p = urlParts(this.#url);
    const name = `prisma_migrate_shadow_db_${randomUUID()}`;
    const admin = new pg.Client({ connectionString: p.connectionString });
    await admin.connect();
    await admin.query(`CREATE DATABASE "${name}"`);
    const u = new URL(p.connectionString);
    u.pathname = '/' + name;
    const a = this.#script(
      await new PrismaPg({ connectionString: u.toString(), max: 1, allowExitOnIdle: true }).connect(),
    );
    const dispose = a.dispose.bind(a);
    a.dispose = async () => {
      await dispose();
      await a
        .underlyingDriver()
        .end?.()
        .catch(() => {});
      await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      await admin.end();
    };
    return a;
  }
}
async function cli(cmd) {
  const p = urlParts(ds.url);
  const c = new pg.Client({ connectionString: cmd === 'create-database' ? p.admin : p.connectionString });
  try {
    await c.connect();
    if (cmd === 'create-database') await c.query(`CREATE DATABASE "${p.database}"`);
    if (cmd === 'drop-database') await c.query(`DROP DATABASE "${p.database}" WITH (FORCE)`);
    await c.end();
    process.exit(0);
  } catch (e) {
    const code =
      e.code === '3D000'
        ? 'P1003'
        : e.code === 'ECONNREFUSED'
          ? 'P1001'
          : e.code === '28P01'
            ? 'P1000'
            : 'P1011';
    logErr(code, e.message || e.code);
    process.exit(1);
  }
}
let bgMod;
async function loadWasm() {
  if (bgMod) return bgMod;
  const bg = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasmPath = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(readFileSync(wasmPath), { './schema_engine_bg.js': bg });
  bg.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= {
    set_message(m) {
      process.stderr.write(m + '\n');
    },
  };
  return (bgMod = bg);
}
async function newEngine() {
  const bg = await loadWasm();
  const files = datamodels.map((p) => [p, readFileSync(p, 'utf8')]);
  return bg.SchemaEngine.new(
    { datamodels: files.length ? files : undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(
      new MigratePg(ds.url ?? 'postgresql://127.0.0.1:1/none', ds.shadowDatabaseUrl),
    ),
  );
}
async function serve() {
  let engine,
    id = 1e6;
  const send = (m) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...m }) + '\n');
  const handle = async (m) => {
    if (!m.method) return; // reply to our own `print`
    try {
      engine ??= await newEngine();
      let result;
      switch (m.method) {
        case 'getDatabaseVersion':
          result = await engine.version(m.params);
          break;
        case 'createDatabase':
          result = {};
          break;
        case 'diff': {
          const r = await engine.diff(m.params);
          if (r.stdout) send({ id: ++id, method: 'print', params: { content: r.stdout } });
          result = { exitCode: r.exitCode, stdout: null };
          break;
        }
        case 'evaluateDataLoss':
        case 'createMigration': // wasm only reads the replayed history from a cache that devDiagnostic fills
          if (m.params.migrationsList.migrationDirectories.length)
            await engine.devDiagnostic({
              migrationsList: m.params.migrationsList,
              filters: m.params.filters,
            });
          result = await engine[m.method](m.params);
          break;
        default:
          result = await engine[m.method](m.params);
      }
      send({ id: m.id, result: result ?? {} });
    } catch (e) {
      let data;
      try {
        const j = JSON.parse(e.message);
        data = j;
      } catch {
        data = undefined;
      }
      if (process.env.DEBUG) process.stderr.write(String(e.stack) + '\n');
      send({
        id: m.id,
        error: {
          code: 4466,
          message: e.message,
          data: data ?? { is_panic: false, message: e.message, error_code: e.code, meta: {} },
        },
      });
    }
  };
  let chain = Promise.resolve();
  const rl = readline.createInterface({ input: process.stdin, crlfDelay: Infinity });
  rl.on('line', (l) => {
    if (l.trim()) chain = chain.then(() => handle(JSON.parse(l)));
  });
  rl.on('close', () => chain.then(() => process.exit(0)));
}
const ci = argv.indexOf('cli');
if (argv.includes('--version') || argv.includes('-V')) {
  console.log('schema-engine-cli wasm-shim');
} else if (ci >= 0) await cli(argv[ci + 1]);
else await serve();
