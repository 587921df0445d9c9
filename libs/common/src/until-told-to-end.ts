import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const SIGNAL_EXIT_BASE = 128;

/**
 * Waits for SIGINT or SIGTERM; from then on another one ends the process at once.
 * @returns the signal that came
 */
export function untilToldToEnd(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const hear = (signal: NodeJS.Signals): void => {
      for (const name of SIGNALS) process.off(name, hear).on(name, endAtOnce);
      resolve(signal);
    };
    for (const name of SIGNALS) process.on(name, hear);
  });
}

function endAtOnce(signal: NodeJS.Signals): void {
  process.exit(SIGNAL_EXIT_BASE + constants.signals[signal]);
}
