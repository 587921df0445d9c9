import { createRequire } from 'node:module';
import path from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { DIST, keyartHome } from './paths.mjs';
import { runChild } from './run-child.mjs';

/** A command that was killed could not stop the embedded database. */
async function stopUnusedDatabase() {
  const require = createRequire(import.meta.url);
  const { stopUnusedServer } = require(path.join(DIST, 'tools/embedded-postgres/index.js'));
  await stopUnusedServer(keyartHome());
}

/**
 * Sets this checkout up and runs one compiled entry with this process's arguments.
 * @param {{entry: string, wantsModels: boolean}} command entry below `dist`; whether model files are fetched first
 * @returns {Promise<number>} exit code
 */
export async function runCompiled({ entry, wantsModels }) {
  await bootstrap();
  const env = { ...process.env, KEYART_HOME: keyartHome() };
  const { modelEnvironment } = await import('./model-files/model-environment.mjs');
  Object.assign(env, await modelEnvironment({ isFetching: wantsModels }));
  const status = await runChild(
    ['--enable-source-maps', path.join(DIST, entry), ...process.argv.slice(2)],
    env,
  );
  if (status !== 0) await stopUnusedDatabase();
  return status;
}
