import { Command } from 'commander';
import { wholeNumber } from '../support/whole-number';

/** How the harness runs. */
export interface FaultOptions {
  /** How many times a part is killed. */
  readonly kills: number;
  /** Same seed, same order of faults and same viewers. */
  readonly seed: string;
  readonly json: boolean;
  /** Prints the logs of API and worker at the end. */
  readonly logs: boolean;
}

/** Reads the command line. */
export function readFaultOptions(args: readonly string[]): FaultOptions {
  return new Command('npm run test:faults --')
    .description(
      'Kills the parts of a running service under load; nothing answered may be lost or counted twice.',
    )
    .option('--kills <count>', 'kills over all parts', wholeNumber, 50)
    .option('--seed <text>', 'order of faults and behaviour of viewers', '1')
    .option('--json', 'the report as JSON on standard output', false)
    .option('--logs', 'print the logs of API and worker at the end', false)
    .parse([...args], { from: 'user' })
    .opts<FaultOptions>();
}
