import { openConfiguredDatabase } from './open-database';
import { runProgram } from './run-program';

void runProgram(process.argv.slice(2), openConfiguredDatabase).then((code) => (process.exitCode = code));
