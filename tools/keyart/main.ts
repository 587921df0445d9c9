import { loadConfiguration } from '@keyart/common';
import { runProgram } from '../../apps/evaluator/src/run-program';
import { ensureDatabase } from '../embedded-postgres';

/** The command line on the embedded database, which is started when it is not running. */
const openDatabase = (): ReturnType<typeof ensureDatabase> => ensureDatabase(loadConfiguration());

/** Whoever reads may stop before the end, as `head` does. */
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code !== 'EPIPE') throw new Error(`standard output: ${code}`);
  process.exit();
});

void runProgram(process.argv.slice(2), openDatabase).then((code) => (process.exitCode = code));
