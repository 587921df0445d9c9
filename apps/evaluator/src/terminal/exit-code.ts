import { EXIT_CODE, exitCodeOf, type ExitCode } from '@keyart/common';
import { CommanderError } from 'commander';
import { GateFailedError } from './gate-failed-error';

/** The exit code of a subcommand that threw. */
export function exitCodeOfCommand(error: unknown): ExitCode {
  if (error instanceof GateFailedError) return EXIT_CODE.GATE_FAILED;
  if (!(error instanceof CommanderError)) return exitCodeOf(error);
  return error.exitCode === 0 ? EXIT_CODE.PASS : EXIT_CODE.USAGE;
}
