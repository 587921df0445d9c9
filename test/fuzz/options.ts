import { Command, InvalidArgumentError } from 'commander';

/** How much is sent. */
export interface FuzzOptions {
  /** Fewest generated requests over all operations. */
  readonly cases: number;
  readonly seed: number;
  readonly json: boolean;
}

function count(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InvalidArgumentError('a whole number above 0');
}

/** Reads the command line. */
export function readFuzzOptions(args: readonly string[]): FuzzOptions {
  return new Command('npm run test:fuzz --')
    .description(
      'Sends generated requests to every operation of the OpenAPI file; each answer must be a declared one.',
    )
    .option('--cases <count>', 'fewest requests in all', count, 10_000)
    .option('--seed <number>', 'same seed, same requests', count, 1)
    .option('--json', 'the report as JSON on standard output', false)
    .parse([...args], { from: 'user' })
    .opts<FuzzOptions>();
}
