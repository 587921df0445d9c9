import { sampleRatio, type SampleRatio } from '@keyart/evaluation';
import { leakedTrafficText } from '@keyart/experiments';
import type { Command } from 'commander';
import { numberOf } from '../evaluation/evaluate-options';
import { writeJson } from '../evaluation/write-json';

interface SrmFlags {
  readonly counts: string;
  readonly weights?: string;
  readonly json?: string;
}

/** What is printed; arms count from 1, as they were given. */
interface SrmResult extends Omit<SampleRatio, 'leakedTraffic'> {
  readonly leakedTraffic: readonly { readonly arm: number; readonly count: number }[];
}

async function runSrm(flags: SrmFlags): Promise<void> {
  const counts = numbersOf('--counts', flags.counts);
  const weights = flags.weights === undefined ? counts.map(() => 1) : numbersOf('--weights', flags.weights);
  const isEven = counts.length === weights.length;
  if (!isEven)
    numberOf('--weights', flags.weights ?? '', {
      isFine: () => false,
      range: `for each of the ${counts.length} counts`,
    });
  const { leakedTraffic, ...ratio } = sampleRatio(
    counts.map((count, i) => ({ count, expectedShare: weights[i] })),
  );
  const leaked = leakedTraffic.map(({ index, count }) => ({ arm: index + 1, count }));
  const result: SrmResult = { ...ratio, leakedTraffic: leaked };
  if (flags.json !== undefined) await writeJson(flags.json, result);
  if (flags.json !== '-') process.stdout.write(`${describe(result)}\n`);
}

function numbersOf(option: string, text: string): number[] {
  return text
    .split(',')
    .map((part) => numberOf(option, part, { isFine: (x) => x >= 0, range: '0 at least' }));
}

function describe({ pValue, chiSquared, isMismatch, leakedTraffic }: SrmResult): string {
  const p =
    pValue === null
      ? 'nothing was sampled'
      : `χ² = ${chiSquared.toPrecision(4)}, p = ${pValue.toPrecision(3)}`;
  const verdict = isMismatch
    ? 'sample ratio mismatch: read no effect before you know why'
    : 'the arms have their planned sizes';
  return [`${verdict} (${p})`, ...leakedTraffic.map(({ arm, count }) => leakedTrafficText(arm, count))].join(
    '\n',
  );
}

/** `keyart ab srm`. */
export function addAbSrmCommand(ab: Command): void {
  ab.command('srm')
    .description('do the arms have their planned sizes?')
    .requiredOption('--counts <numbers>', 'members by arm, e.g. 1000,1200')
    .option('--weights <numbers>', 'planned shares, relative; otherwise equal')
    .option('--json <file>', 'result as JSON; - for standard output, alone')
    .action(runSrm);
}
