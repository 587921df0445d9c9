import { InputError, projectVersion } from '@keyart/common';
import { parsePolicySpec, parseRewardModelSpec, type EvaluationSettings } from '@keyart/decision-log';
import { DEFAULT_ESTIMATOR_PARAMETERS } from '@keyart/evaluation';
import type { Command } from 'commander';
import { commandLine } from './provenance';

/** What every command that judges targets was given. */
export interface SettingsFlags {
  readonly log: string;
  readonly map?: string;
  readonly baseline: string;
  readonly rewardModel: string;
  readonly clip?: string;
  readonly seed: string;
  readonly alpha: string;
  readonly bootstrap: string;
  readonly smallestLift: string;
  readonly quarantine?: string;
  readonly facets?: string;
  readonly llmScores?: string;
}

/** What stands behind `--target`. */
export const POLICY_TEXT = 'FILE (decision_id, action, probability[, q]), column:NAME or policy:NAME';

/** An option that may be given again. */
export function collect(value: string, all: readonly string[] = []): string[] {
  return [...all, value];
}

/** Adds the options that `SettingsFlags` are read from. */
export function addSettingsOptions(command: Command): Command {
  return command
    .requiredOption('--log <file>', '.parquet, .csv, .jsonl or .ndjson')
    .option('--map <pairs>', 'what columns are called; any further name is a column for the reward model')
    .option('--baseline <policy>', 'as --target, or logging', 'logging')
    .option('--reward-model <model>', 'cross-fitted, table:q or constant:NUMBER', 'cross-fitted')
    .option('--clip <x>', 'largest weight of the clipped estimators')
    .option('--seed <n>', 'of the bootstrap', '1')
    .option('--alpha <x>', 'intervals miss with this probability', '0.05')
    .option('--bootstrap <n>', 'draws of members; 0 for none', '1000')
    .option('--smallest-lift <x>', 'relative lift that matters', '0.05')
    .option('--quarantine <file>', 'write rows that are wrong there and go on without them')
    .option('--facets <file>', 'action and facet, for MIPS; else the column candidate_facets of the log')
    .option('--llm-scores <file>', 'keep what policy:llm was asked there, and go on from it (JSON lines)');
}

/** What the options mean. @throws InputError naming the option */
export function settingsOf(
  flags: SettingsFlags,
  onProgress?: EvaluationSettings['onProgress'],
): EvaluationSettings {
  const clip =
    flags.clip === undefined
      ? undefined
      : numberOf('--clip', flags.clip, { isFine: (x) => x > 0, range: '> 0' });
  return {
    ...{ file: flags.log, map: flags.map, quarantine: flags.quarantine, facets: flags.facets },
    baseline: parsePolicySpec('--baseline', flags.baseline),
    rewardModel: parseRewardModelSpec(flags.rewardModel),
    rewardModelText: flags.rewardModel,
    parameters: { ...DEFAULT_ESTIMATOR_PARAMETERS, ...(clip === undefined ? {} : { clip }) },
    alpha: numberOf('--alpha', flags.alpha, { isFine: (x) => x > 0 && x < 1, range: 'in (0, 1)' }),
    bootstrapDrawCount: numberOf('--bootstrap', flags.bootstrap, {
      isFine: isCount,
      range: 'whole, 0 at least',
    }),
    seed: numberOf('--seed', flags.seed, { isFine: isCount, range: 'whole, 0 at least' }),
    smallestLift: numberOf('--smallest-lift', flags.smallestLift, { isFine: (x) => x > 0, range: '> 0' }),
    ...{ version: projectVersion(), command: commandLine(), now: new Date(), onProgress },
  };
}

/** Which numbers an option takes. */
export interface NumberRange {
  isFine(value: number): boolean;
  /** For the message: goes on after "must be a number". */
  readonly range: string;
}

/** A number given as text. @throws InputError naming option, value and range */
export function numberOf(option: string, text: string, { isFine, range }: NumberRange): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (Number.isFinite(value) && isFine(value)) return value;
  throw new InputError('BAD_EVALUATION_OPTION', `${option} ${text}: must be a number ${range}`.trimEnd());
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
