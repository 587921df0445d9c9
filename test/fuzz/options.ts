import { Command } from 'commander';
import { wholeNumber } from '../support/whole-number';

/** How much is sent. */
export interface FuzzOptions {
  /** Fewest generated requests over all operations. */
  readonly cases: number;
  readonly seed: number;
  readonly json: boolean;
}

/** Reads the command line. */
export function readFuzzOptions(args: readonly string[]): FuzzOptions {
  return new Command('npm run test:fuzz --')
    .description(
      'Sends generated requests to every operation of the OpenAPI file; each answer must be a declared one.',
    )
    .option('--cases <count>', 'fewest requests in all', wholeNumber, 10_000)
    .option('--seed <number>', 'same seed, same requests', wholeNumber, 1)
    .option('--json', 'the report as JSON on standard output', false)
    .parse([...args], { from: 'user' })
    .opts<FuzzOptions>();
}
