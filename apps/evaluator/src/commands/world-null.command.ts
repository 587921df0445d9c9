import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { showProgress } from '@keyart/common';
import type { Command } from 'commander';
import { renderNull } from '../world/render-null';
import { runNull } from '../world/run-null';
import { openModels } from '../world/scored-models';
import { readWorld } from '../world/world-files';
import { addModelOptions, sourcesOf, type ModelFlags } from './model-options';
import { countOf } from './numeric-option';

interface NullFlags extends ModelFlags {
  readonly world: string;
  readonly decisions: string;
  readonly draws: string;
  readonly seed: string;
  readonly json: boolean;
}

const NULL_FILE = 'null.json';

async function run(flags: NullFlags): Promise<void> {
  const { seed, json } = flags;
  const world = await readWorld(flags.world);
  const progress = showProgress('null world');
  const found = await runNull(world, {
    ...{ drawCount: countOf('--draws', flags.draws), decisionCount: countOf('--decisions', flags.decisions) },
    ...{ seed, progress: progress.update, models: await openModels(world, await sourcesOf(flags)) },
  });
  const file = path.join(flags.world, NULL_FILE);
  await writeFile(file, `${JSON.stringify(found, null, 2)}\n`);
  progress.done(file);
  process.stdout.write(`${json ? JSON.stringify(found) : renderNull(found)}\n`);
}

/** `keyart world null`. */
export function addWorldNullCommand(world: Command): void {
  const command = world
    .command('null')
    .description('what is declared better where no picture is better than another')
    .requiredOption('--world <dir>', 'made by world build; gets null.json')
    .option('--decisions <n>', 'of the log', '110000')
    .option('--draws <n>', 'of the outcomes', '20')
    .option('--seed <text>', 'as for world run', 'run/1');
  addModelOptions(command).option('--json', 'print what was found as JSON', false).action(run);
}
