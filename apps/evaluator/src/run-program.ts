import { messageOf, type ExitCode } from '@keyart/common';
import { CommanderError } from 'commander';
import type { OpenDatabase } from './open-database';
import { noServiceToOpen, type OpenService } from './open-service';
import { buildProgram } from './program';
import { exitCodeOfCommand } from './terminal/exit-code';

/** Runs one command line; says what went wrong in one line on standard error. Returns the exit code. */
export async function runProgram(
  argv: readonly string[],
  openDatabase: OpenDatabase,
  openService: OpenService = noServiceToOpen,
): Promise<ExitCode> {
  try {
    await buildProgram(openDatabase, openService).parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    if (!(error instanceof CommanderError)) process.stderr.write(`keyart: ${messageOf(error)}\n`);
    return exitCodeOfCommand(error);
  }
}
