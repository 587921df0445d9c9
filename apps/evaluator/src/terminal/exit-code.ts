import { DependencyError, InputError, NotFoundError } from '@keyart/common';
import { CommanderError } from 'commander';

/** What the exit code of every subcommand means. */
export const EXIT_CODE = { PASS: 0, GATE_FAILED: 1, USAGE: 2, ENVIRONMENT: 3 } as const;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT_CODE)[keyof typeof EXIT_CODE];

/** The exit code an error deserves; anything unknown is the environment's fault until shown otherwise. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODE.PASS : EXIT_CODE.USAGE;
  if (error instanceof InputError || error instanceof NotFoundError) return EXIT_CODE.USAGE;
  if (error instanceof DependencyError) return EXIT_CODE.ENVIRONMENT;
  return EXIT_CODE.ENVIRONMENT;
}
