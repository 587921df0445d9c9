import path from 'node:path';
import { InputError } from '@keyart/common';
import { Command } from 'commander';

/** What `npm run demo -- …` was asked for. */
export interface DemoOptions {
  /** Absolute folder the report and the log are written to. */
  readonly out: string;
  readonly json: boolean;
}

/** Reads the demo's own command line. */
export function parseDemoOptions(argv: readonly string[]): DemoOptions {
  const program = new Command('demo')
    .description('Sets up keyart, serves six viewers an evening and writes index.html and the decision log.')
    .option('--out <dir>', 'folder for the report and the log', 'out/demo')
    .option('--json', 'print one JSON object on standard output', false)
    .allowExcessArguments(false)
    .exitOverride();
  const { out, json } = program.parse(argv, { from: 'user' }).opts<{ out: string; json: boolean }>();
  if (out.trim() === '') throw new InputError('BAD_OPTION', '--out must name a folder');
  return { out: path.resolve(out), json };
}
