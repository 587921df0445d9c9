import { withScoredPolicies } from '@keyart/offline-evaluation';
import { writeFile } from 'node:fs/promises';
import { showProgress } from '@keyart/common';
import {
  evaluateLog,
  LogFaultsError,
  parsePolicySpec,
  renderEvaluationReport,
  validateLog,
  type EvaluationOptions,
  type EvaluationResult,
  type ValidationResult,
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
import { scoringOptions } from '../evaluation/scoring-options';
import { renderEvaluation } from '../evaluation/render-evaluation';
import { writeJson } from '../evaluation/write-json';
import type { OpenDatabase } from '../open-database';
import { GateFailedError } from '../terminal/gate-failed-error';

interface EvaluateFlags extends SettingsFlags {
  readonly target: string;
  readonly segment: readonly string[];
  readonly gate: boolean;
  readonly json?: string;
  readonly html?: string;
}

async function runEvaluate(flags: EvaluateFlags, openDatabase: OpenDatabase): Promise<void> {
  const target = parsePolicySpec('--target', flags.target);
  const baseline = parsePolicySpec('--baseline', flags.baseline);
  const { log: file, map, quarantine, llmScores } = flags;
  const scoring = {
    specs: [target, baseline],
    file,
    map,
    quarantine,
    llmScores,
    ...scoringOptions(openDatabase),
  };
  const result = await withScoredPolicies(scoring, ([scoredTarget, scoredBaseline]) =>
    evaluate(flags, { target: scoredTarget, baseline: scoredBaseline }),
  );
  if (flags.json !== undefined) await writeJson(flags.json, result);
  if (flags.html !== undefined) await writeFile(flags.html, renderEvaluationReport(result));
  if (flags.json !== '-') process.stdout.write(`${renderEvaluation(result)}\n`);
  if (flags.gate && result.verdict !== 'better') throw new GateFailedError(`verdict: ${result.verdict}`);
}

async function evaluate(
  flags: EvaluateFlags,
  policies: Pick<EvaluationOptions, 'target' | 'baseline'>,
): Promise<EvaluationResult> {
  const progress = showProgress('evaluation');
  const settings = settingsOf(flags, (fraction, doing) => progress.update(fraction, doing));
  const options = { ...settings, ...policies, segments: flags.segment };
  const result = await withAnalysis((analysis) => evaluateLog(analysis, options));
  progress.done(`${result.dataset.rowCount} decisions evaluated`);
  return result;
}

interface ValidateFlags {
  readonly log: string;
  readonly map?: string;
  readonly quarantine?: string;
  readonly json?: string;
}

async function runValidate({ log: file, map, quarantine, json }: ValidateFlags): Promise<void> {
  const result = await withAnalysis((analysis) => validateLog(analysis, { file, map, quarantine }));
  if (json !== undefined) await writeJson(json, result);
  if (!result.isValid) throw new LogFaultsError(result.faults);
  if (json !== '-') process.stdout.write(`${describeValidation(result)}\n`);
}

function describeValidation({ file, rowCount, quarantinedCount, notes }: ValidationResult): string {
  const aside = quarantinedCount > 0 ? `, ${quarantinedCount} set aside` : '';
  return [`${file}: ${rowCount} rows${aside}, nothing wrong with the rest`, ...notes].join('\n');
}

/** `keyart validate`, `keyart evaluate`. */
export function addEvaluateCommands(program: Command, openDatabase: OpenDatabase): void {
  program
    .command('validate')
    .description('check every row of a decision log')
    .requiredOption('--log <file>', '.parquet, .csv, .jsonl or .ndjson')
    .option('--map <pairs>', 'what columns are called, e.g. action=item_id,propensity=propensity_score')
    .option('--quarantine <file>', 'write rows that are wrong there and go on without them')
    .option('--json <file>', 'result as JSON; - for standard output')
    .action(runValidate);
  const evaluate = program
    .command('evaluate')
    .description('would another policy have done better on logged decisions?')
    .requiredOption('--target <policy>', POLICY_TEXT);
  addSettingsOptions(evaluate)
    .option('--segment <column>', 'evaluate its values apart; may be given again', collect, [])
    .option('--gate', 'exit with 1 unless the verdict is "better"', false)
    .option('--json <file>', 'result as JSON; - for standard output, alone')
    .option('--html <file>', 'report as a web page')
    .action((flags: EvaluateFlags) => runEvaluate(flags, openDatabase));
}
