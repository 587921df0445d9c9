import { showProgress } from '@keyart/common';
import { compareTargets, parsePolicySpec } from '@keyart/decision-log';
import type { Command } from 'commander';
import {
  addSettingsOptions,
  collect,
  POLICY_TEXT,
  settingsOf,
  type SettingsFlags,
} from '../evaluation/evaluate-options';
import { renderComparison } from '../evaluation/render-comparison';
import { withAnalysis } from '../evaluation/with-analysis';
import { writeJson } from '../evaluation/write-json';
import { GateFailedError } from '../terminal/gate-failed-error';

interface CompareFlags extends SettingsFlags {
  readonly target: readonly string[];
  readonly gate: boolean;
  readonly json?: string;
}

async function runCompare(flags: CompareFlags): Promise<void> {
  const progress = showProgress('comparison');
  const options = {
    ...settingsOf(flags, (fraction, doing) => progress.update(fraction, doing)),
    targets: flags.target.map((text) => parsePolicySpec('--target', text)),
  };
  const result = await withAnalysis((analysis) => compareTargets(analysis, options));
  progress.done(`${result.targets.length} targets on ${result.dataset.rowCount} decisions`);
  if (flags.json !== undefined) await writeJson(flags.json, result);
  if (flags.json !== '-') process.stdout.write(`${renderComparison(result)}\n`);
  if (flags.gate && result.choice.target === null) throw new GateFailedError('keep the baseline');
}

/** `keyart compare`. */
export function addCompareCommand(program: Command): void {
  const compare = program
    .command('compare')
    .description('which of several policies would have done better, corrected for there being several?')
    .requiredOption('--target <policy>', `${POLICY_TEXT}; two at least, each with its own --target`, collect);
  addSettingsOptions(compare)
    .option('--gate', 'exit with 1 where the baseline is to be kept', false)
    .option('--json <file>', 'result as JSON; - for standard output, alone')
    .action(runCompare);
}
