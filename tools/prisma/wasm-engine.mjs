import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { MigrationAdapter } from './migration-adapter.mjs';

const BINDINGS = '@prisma/schema-engine-wasm/schema_engine_bg';

async function loadWasm() {
  const bindings = await import(BINDINGS);
  const file = createRequire(import.meta.url)
    .resolve(BINDINGS)
    .replace(/\.js$/, '.wasm');
  const imports = { './schema_engine_bg.js': bindings };
  const { instance } = await WebAssembly.instantiate(readFileSync(file), imports);
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= {
    set_message: (message) => process.stderr.write(`${message}\n`),
  };
  return bindings;
}

/**
 * Prisma's schema engine, from its npm package.
 * @param {import('./engine-arguments.mjs').EngineArguments} engineArguments
 */
export async function openEngine({ datamodels, datasource }) {
  const { SchemaEngine } = await loadWasm();
  const files = datamodels.map((file) => [file, readFileSync(file, 'utf8')]);
  const adapter = bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(datasource));
  return SchemaEngine.new({ datamodels: files.length > 0 ? files : undefined }, () => {}, adapter);
}
