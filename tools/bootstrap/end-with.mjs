import { say } from './say.mjs';
import { ENVIRONMENT_EXIT_CODE, SetupError } from './setup-error.mjs';

/** Runs a command to its exit code; what the machine lacks is said in words, a bug with its stack. @param {() => Promise<number>} command */
export async function endWith(command) {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exitCode = ENVIRONMENT_EXIT_CODE;
  }
}
