import { projectVersion, showProgress } from '@keyart/common';
import { buildHoldout, withAnalysis } from '@keyart/decision-log';
import type { Command } from 'commander';
import { commandLine } from '../evaluation/provenance';
import { writeJson } from '../evaluation/write-json';
import { holdoutOptionsOf, type HoldoutFlags } from '../holdout/holdout-flags';
import { renderHoldout } from '../holdout/render-holdout';

async function runBuild(flags: HoldoutFlags): Promise<void> {
  const progress = showProgress('holdout');
  const options = holdoutOptionsOf(flags, {
    ...{ version: projectVersion(), command: commandLine(), now: new Date() },
    onProgress: (fraction, doing) => progress.update(fraction, doing),
  });
  const manifest = await withAnalysis((analysis) => buildHoldout(analysis, options));
  progress.done(`${manifest.pairCount} pairs held out`);
  if (flags.json !== undefined) await writeJson(flags.json, manifest);
  if (flags.json !== '-') process.stdout.write(`${renderHoldout(manifest)}\n`);
}

/** `keyart holdout build`. */
export function addHoldoutCommands(program: Command): void {
  program
    .command('holdout')
    .description('decisions that training never sees')
    .command('build')
    .description(
      'member-title pairs of the uniform slice, held out by time and by member, for `keyart evaluate`',
    )
    .requiredOption('--log <file>', '.parquet, .csv, .jsonl or .ndjson')
    .requiredOption('--out <file>', '.parquet; the manifest goes beside it')
    .option('--map <pairs>', 'what columns are called, e.g. action=item_id,slice=bucket')
    .option('--pairs <n>', 'pairs wanted', '5000')
    .option('--from <date>', 'hold out what was decided from then on, UTC')
    .option('--last-days <n>', 'hold out the last days of the log')
    .option('--time-share <x>', 'hold out the latest decisions, this share of all; 0.2 unless said otherwise')
    .option('--member-share <x>', 'hold out this share of the members', '0.2')
    .option('--salt <text>', 'names the draw of members and pairs; another draws others', 'keyart')
    .option('--slice <name>', 'the uniform slice', 'uniform')
    .option('--quarantine <file>', 'write rows that are wrong there and go on without them')
    .option('--json <file>', 'manifest as JSON; - for standard output, alone')
    .action(runBuild);
}
