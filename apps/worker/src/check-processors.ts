import { JOB_NAMES } from '@keyart/contracts';

/**
 * Start-up check: every job of the contract has exactly one processor.
 * @param handled job name of every processor that is registered
 * @throws Error naming jobs without a handler, with two, and handlers of unknown jobs
 */
export function checkProcessors(handled: readonly string[]): void {
  const faults = [
    ...JOB_NAMES.filter((name) => !handled.includes(name)).map((name) => `job ${name} has no handler`),
    ...handled
      .filter((name, index) => handled.indexOf(name) !== index)
      .map((name) => `job ${name} has two handlers`),
    ...handled
      .filter((name) => !(JOB_NAMES as readonly string[]).includes(name))
      .map((name) => `handler of unknown job ${name}`),
  ];
  if (faults.length > 0) throw new Error(`the worker cannot start: ${faults.join('; ')}`);
}
