import {
  minimumDetectableEffect,
  relativeStandardError,
  requiredSampleCount,
  type PairedDesign,
} from '@keyart/evaluation';
import type { Command } from 'commander';
import { numberOf, POLICY_TEXT } from '../evaluation/evaluate-options';
import { plannedComparison, type PowerFlags } from '../evaluation/power-design';
import { writeJson } from '../evaluation/write-json';
import type { OpenDatabase } from '../open-database';

/** What a log of some size can show, and of which comparison. */
interface PowerResult {
  readonly design: PairedDesign;
  readonly sampleCount: number;
  readonly relativeStandardError: number;
  readonly minimumDetectableEffect: number;
  readonly requiredSampleCount: number;
}

async function runPower(flags: PowerFlags, openDatabase: OpenDatabase): Promise<void> {
  const lift = numberOf('--lift', flags.lift, { isFine: (x) => x > 0, range: '> 0' });
  const { design, sampleCount } = await plannedComparison(flags, openDatabase);
  const result: PowerResult = {
    ...{ design, sampleCount },
    relativeStandardError: relativeStandardError(design, sampleCount),
    minimumDetectableEffect: minimumDetectableEffect(design, sampleCount),
    requiredSampleCount: requiredSampleCount(design, lift),
  };
  if (flags.json !== undefined) await writeJson(flags.json, result);
  if (flags.json !== '-') process.stdout.write(`${describe(result, { lift, flags })}\n`);
}

function describe(result: PowerResult, { lift, flags }: { lift: number; flags: PowerFlags }): string {
  const percent = (fraction: number) => `${(100 * fraction).toPrecision(3)}%`;
  const { actionCount, baseRate, disagreement } = result.design;
  const seen = `${flags.log}: ${actionCount.toPrecision(3)} artworks a decision, base rate ${baseRate.toPrecision(3)}, policies differ on ${percent(disagreement)}`;
  return [
    ...(flags.log === undefined ? [] : [seen]),
    `${result.sampleCount} decisions: relative standard error ${percent(result.relativeStandardError)}, smallest lift shown with 80% power ${percent(result.minimumDetectableEffect)}`,
    `a lift of ${percent(lift)} takes ${result.requiredSampleCount} decisions`,
  ].join('\n');
}

/** `keyart power`. */
export function addPowerCommand(program: Command, openDatabase: OpenDatabase): void {
  program
    .command('power')
    .description('what a log of a size can show: uniform logging, two deterministic policies, paired')
    .option('--log <file>', 'take from it what is not given: artworks, base rate, disagreement, decisions')
    .option('--map <pairs>', 'what columns of the log are called')
    .option('--target <policy>', POLICY_TEXT)
    .option('--baseline <policy>', 'as --target, or logging', 'logging')
    .option('--llm-scores <file>', 'keep what policy:llm was asked there, and go on from it (JSON lines)')
    .option('--actions <k>', 'artworks a title')
    .option('--base-rate <p>', 'mean reward, in (0, 1)')
    .option('--disagreement <d>', 'share of decisions on which the policies differ')
    .option('--n <n>', 'decisions; those of the log, else 5000')
    .option('--lift <x>', 'relative lift to be shown', '0.05')
    .option('--alpha <x>', 'two-sided level', '0.05')
    .option('--json <file>', 'result as JSON; - for standard output, alone')
    .action((flags: PowerFlags) => runPower(flags, openDatabase));
}
