import { spawn } from 'node:child_process';
import path from 'node:path';

/** What a module's process left. */
export interface ModuleRun {
  readonly value: unknown;
  readonly stderr: string;
}

const BOOTSTRAP = path.resolve(__dirname, '../../../tools/bootstrap');

/**
 * Calls one function of a bootstrap module in a process of its own (Jest cannot load ES modules), with exactly this environment.
 * @returns its result, by way of JSON
 */
export async function runModule(call: {
  module: string;
  name: string;
  argument: unknown;
  env: NodeJS.ProcessEnv;
}): Promise<ModuleRun> {
  const code = `import { ${call.name} as call } from ${JSON.stringify(path.join(BOOTSTRAP, call.module))};
    process.stdout.write(JSON.stringify(await call(${JSON.stringify(call.argument)}) ?? null));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { env: call.env });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const status = await new Promise((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(stderr);
  return { value: JSON.parse(stdout), stderr };
}
