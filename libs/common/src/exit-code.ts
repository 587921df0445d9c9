import { InputError, NotFoundError } from './errors';

/** What the exit code of every command and process means. */
export const EXIT_CODE = { PASS: 0, GATE_FAILED: 1, USAGE: 2, ENVIRONMENT: 3 } as const;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT_CODE)[keyof typeof EXIT_CODE];

/** The exit code an error deserves; anything unknown is the environment's fault until shown otherwise. */
export function exitCodeOf(error: unknown): ExitCode {
  const isInput = error instanceof InputError || error instanceof NotFoundError;
  return isInput ? EXIT_CODE.USAGE : EXIT_CODE.ENVIRONMENT;
}
