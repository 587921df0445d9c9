import { withScoredPolicies } from '@keyart/offline-evaluation';
import { writeFile } from 'node:fs/promises';
import { showProgress } from '@keyart/common';
import {
  checkTargets,
  compareTargets,
  parsePolicySpec,
  renderComparisonReport,
  type ComparisonResult,
  type PolicySpec,
  withAnalysis,
} from '@keyart/decision-log';
import type { Command } from 'commander';
import {
  addSettingsOptions,
  collect,
  POLICY_TEXT,
  settingsOf,
  type SettingsFlags,
} from '../evaluation/evaluate-options';
import { renderComparison } from '../evaluation/render-comparison';
import { scoringOptions } from '../evaluation/scoring-options';
import { writeJson } from '../evaluation/write-json';
import type { OpenDatabase } from '../open-database';
import { GateFailedError } from '../terminal/gate-failed-error';

interface CompareFlags extends SettingsFlags {
  readonly target: readonly string[];
  readonly gate: boolean;
  readonly json?: string;
  readonly html?: string;
}

async function runCompare(flags: CompareFlags, openDatabase: OpenDatabase): Promise<void> {
  const targets = flags.target.map((text) => parsePolicySpec('--target', text));
  checkTargets(targets);
  const specs = [parsePolicySpec('--baseline', flags.baseline), ...targets];
  const { log: file, map, quarantine, llmScores } = flags;
  const result = await withScoredPolicies(
    { specs, file, map, quarantine, llmScores, ...scoringOptions(openDatabase) },
    ([baseline, ...scored]) => compare(flags, baseline, scored),
  );
  if (flags.json !== undefined) await writeJson(flags.json, result);
  if (flags.html !== undefined) await writeFile(flags.html, renderComparisonReport(result));
  if (flags.json !== '-') process.stdout.write(`${renderComparison(result)}\n`);
  if (flags.gate && result.choice.target === null) throw new GateFailedError('keep the baseline');
}

async function compare(
  flags: CompareFlags,
  baseline: PolicySpec,
  targets: readonly PolicySpec[],
): Promise<ComparisonResult> {
  const progress = showProgress('comparison');
  const settings = settingsOf(flags, (fraction, doing) => progress.update(fraction, doing));
  const options = { ...settings, baseline, targets };
  const result = await withAnalysis((analysis) => compareTargets(analysis, options));
  progress.done(`${result.targets.length} targets on ${result.dataset.rowCount} decisions`);
  return result;
}

/** `keyart compare`. */
export function addCompareCommand(program: Command, openDatabase: OpenDatabase): void {
  const command = program
    .command('compare')
    .description('which of several policies would have done better, corrected for there being several?')
    .requiredOption('--target <policy>', `${POLICY_TEXT}; two at least, each with its own --target`, collect);
  addSettingsOptions(command)
    .option('--gate', 'exit with 1 where the baseline is to be kept', false)
    .option('--json <file>', 'result as JSON; - for standard output, alone')
    .option('--html <file>', 'report as a web page')
    .action((flags: CompareFlags) => runCompare(flags, openDatabase));
}
