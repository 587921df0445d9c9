import { projectVersion, showProgress } from '@keyart/common';
import type { Command } from 'commander';
import { requireFloors } from '../terminal/require-floors';
import { evaluateAudience } from '../transfer/evaluate-audience';
import { evaluateRegret } from '../transfer/evaluate-regret';
import { renderTransfer } from '../transfer/render-transfer';
import { transferFloors } from '../transfer/transfer-floors';
import { readWorld } from '../world/world-files';
import { countOf } from './numeric-option';

interface EvaluateFlags {
  readonly world: string;
  readonly decisions: string;
  readonly draws: string;
  readonly split: string;
  readonly seed: string;
  readonly json: boolean;
}

async function runEvaluate(flags: EvaluateFlags): Promise<void> {
  const { seed } = flags;
  const options = {
    decisionCount: countOf('--decisions', flags.decisions),
    drawCount: countOf('--draws', flags.draws),
  };
  const splitYear = countOf('--split', flags.split);
  const world = await readWorld(flags.world);
  const progress = showProgress('transfer');
  const audience = evaluateAudience(world.source, splitYear, seed);
  const regret = evaluateRegret(world, { ...options, seed, progress: progress.update });
  progress.done('measured');
  const floors = transferFloors(audience, regret);
  const found = {
    ...{ schema: 'transfer-evaluation/1', seed, softwareVersion: projectVersion() },
    ...{ source: world.source.name, audience, regret, floors },
  } as const;
  process.stdout.write(`${flags.json ? JSON.stringify(found) : renderTransfer(found)}\n`);
  requireFloors(floors);
}

/** `keyart transfer`. */
export function addTransferCommands(program: Command): void {
  const transfer = program.command('transfer').description('what is known of a title before it was shown');
  transfer
    .command('evaluate')
    .description(
      'who takes new films, what first impressions cost by prior; exit code 1 when a floor is missed',
    )
    .requiredOption('--world <dir>', 'made by world build')
    .option('--decisions <n>', 'of the log of warm titles', '110000')
    .option('--draws <n>', "repetitions of a cold title's first impressions", '10')
    .option('--split <year>', 'films from then on are new to the audience task', '2010')
    .option('--seed <text>', 'draws log, outcomes and controls', 'transfer/1')
    .option('--json', 'print what was found as JSON', false)
    .action(runEvaluate);
}
