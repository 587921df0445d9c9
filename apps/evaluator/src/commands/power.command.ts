import {
  checkDesign,
  minimumDetectableEffect,
  relativeStandardError,
  requiredSampleCount,
  type PairedDesign,
} from '@keyart/evaluation';
import type { Command } from 'commander';
import { numberOf, type NumberRange } from '../evaluation/evaluate-options';
import { writeJson } from '../evaluation/write-json';

interface PowerFlags {
  readonly actions: string;
  readonly baseRate: string;
  readonly disagreement: string;
  readonly n: string;
  readonly lift: string;
  readonly alpha: string;
  readonly json?: string;
}

/** What a log of some size can show. */
interface PowerResult {
  readonly relativeStandardError: number;
  readonly minimumDetectableEffect: number;
  readonly requiredSampleCount: number;
}

async function runPower(flags: PowerFlags): Promise<void> {
  const any: NumberRange = { isFine: () => true, range: '' };
  const design: PairedDesign = {
    actionCount: numberOf('--actions', flags.actions, any),
    baseRate: numberOf('--base-rate', flags.baseRate, any),
    disagreement: numberOf('--disagreement', flags.disagreement, any),
    alpha: numberOf('--alpha', flags.alpha, any),
  };
  checkDesign(design);
  const count = numberOf('--n', flags.n, { isFine: (x) => x >= 1, range: '1 at least' });
  const lift = numberOf('--lift', flags.lift, { isFine: (x) => x > 0, range: '> 0' });
  const result: PowerResult = {
    relativeStandardError: relativeStandardError(design, count),
    minimumDetectableEffect: minimumDetectableEffect(design, count),
    requiredSampleCount: requiredSampleCount(design, lift),
  };
  if (flags.json !== undefined) await writeJson(flags.json, result);
  if (flags.json !== '-') process.stdout.write(`${describe(result, { count, lift })}\n`);
}

function describe(result: PowerResult, { count, lift }: { count: number; lift: number }): string {
  const percent = (fraction: number) => `${(100 * fraction).toPrecision(3)}%`;
  return [
    `${count} decisions: relative standard error ${percent(result.relativeStandardError)}, smallest lift shown with 80% power ${percent(result.minimumDetectableEffect)}`,
    `a lift of ${percent(lift)} takes ${result.requiredSampleCount} decisions`,
  ].join('\n');
}

/** `keyart power`. */
export function addPowerCommand(program: Command): void {
  program
    .command('power')
    .description('what a log of a size can show: uniform logging, two deterministic policies, paired')
    .requiredOption('--actions <k>', 'artworks a title')
    .requiredOption('--base-rate <p>', 'mean reward, in (0, 1)')
    .requiredOption('--disagreement <d>', 'share of decisions on which the policies differ')
    .option('--n <n>', 'decisions', '5000')
    .option('--lift <x>', 'relative lift to be shown', '0.05')
    .option('--alpha <x>', 'two-sided level', '0.05')
    .option('--json <file>', 'result as JSON; - for standard output, alone')
    .action(runPower);
}
