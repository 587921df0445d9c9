import { loadConfiguration } from '@keyart/common';
import type { OpenService } from '../../apps/evaluator/src/open-service';
import { runProgram } from '../../apps/evaluator/src/run-program';
import { ensureDatabase } from '../embedded-postgres';

/** The command line on the embedded database, which is started when it is not running. */
const openDatabase = (): ReturnType<typeof ensureDatabase> => ensureDatabase(loadConfiguration());

/** Loaded when it is called for: most commands need no service. */
const openService: OpenService = async () =>
  (await import('../serve/open-world-service.js')).openWorldService();

/** Whoever reads may stop before the end, as `head` does. */
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code !== 'EPIPE') throw new Error(`standard output: ${code}`);
  process.exit();
});

void runProgram(process.argv.slice(2), openDatabase, openService).then((code) => (process.exitCode = code));
