import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { showProgress } from '@keyart/common';
import type { Command } from 'commander';
import { renderInsights } from '../world/insights/render-insights';
import { runInsights } from '../world/insights/run-insights';
import { readWorld } from '../world/world-files';
import { countOf } from './numeric-option';

interface InsightFlags {
  readonly world: string;
  readonly decisions: string;
  readonly pairs: string;
  readonly seed: string;
  readonly json: boolean;
}

const INSIGHTS_FILE = 'insights.json';

async function run(flags: InsightFlags): Promise<void> {
  const options = {
    decisionCount: countOf('--decisions', flags.decisions),
    pairCount: countOf('--pairs', flags.pairs),
  };
  const world = await readWorld(flags.world);
  const progress = showProgress('insights');
  const found = await runInsights(world, { ...options, seed: flags.seed, progress: progress.update });
  const file = path.join(flags.world, INSIGHTS_FILE);
  await writeFile(file, `${JSON.stringify(found, null, 2)}\n`);
  progress.done(file);
  process.stdout.write(`${flags.json ? JSON.stringify(found) : renderInsights(found)}\n`);
}

/** `keyart world insights`. */
export function addWorldInsightsCommand(world: Command): void {
  world
    .command('insights')
    .description(
      'what title intelligence adds to production: each insight alone, all, all but one, and where there is nothing to find',
    )
    .requiredOption('--world <dir>', 'made by world build; gets insights.json')
    .option('--decisions <n>', 'of the log', '110000')
    .option('--pairs <n>', 'held-out viewers before titles, of each kind', '5000')
    .option('--seed <text>', 'draws log and pairs', 'run/1')
    .option('--json', 'print what was found as JSON', false)
    .action(run);
}
