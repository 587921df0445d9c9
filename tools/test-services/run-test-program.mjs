import { createRequire } from 'node:module';
import path from 'node:path';
import { bootstrap } from '../bootstrap/bootstrap.mjs';
import { DIST, ROOT } from '../bootstrap/paths.mjs';
import { runChild } from '../bootstrap/run-child.mjs';
import { runQuietly } from '../bootstrap/run-quietly.mjs';
import { SetupError } from '../bootstrap/setup-error.mjs';

/** The tests' sources go into `dist` beside the code they use, only when a test program is run. */
async function compileTests() {
  const swc = createRequire(import.meta.url).resolve('@swc/cli/package.json');
  const program = path.join(path.dirname(swc), 'bin', 'swc.js');
  const files = ['test', '--extensions', '.ts', '--copy-files', '--ignore', '**/*.{spec,d}.ts'];
  const { status, output } = await runQuietly([program, ...files, '-d', DIST]);
  if (status !== 0) throw new SetupError(`the tests do not compile:\n${output.trim()}`);
}

/**
 * Runs a program of `test/` that is no Jest suite, with this process's arguments.
 * @param {{entry: string, wantsModels: boolean, env?: Record<string, string>}} program entry below `test`
 * @returns {Promise<number>} exit code
 */
export async function runTestProgram({ entry, wantsModels, env = {} }) {
  await bootstrap();
  await compileTests();
  const { modelEnvironment } = await import('../bootstrap/model-files/model-environment.mjs');
  const models = await modelEnvironment({ isFetching: wantsModels });
  const args = [path.join(DIST, 'test', entry), ...process.argv.slice(2)];
  return runChild(['--enable-source-maps', ...args], { ...process.env, ...models, ...env, PWD: ROOT });
}
