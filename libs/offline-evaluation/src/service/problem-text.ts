import { describeFaults, LogFaultsError } from '@keyart/decision-log';

/** What went wrong, without advice that only the command line can follow. */
export function problemText(error: Error): string {
  return error instanceof LogFaultsError ? describeFaults(error.faults) : error.message;
}
