import { InputError } from '@keyart/common';
import {
  parseMetricSpec,
  SEQUENTIAL_METHODS,
  type ExperimentDataOptions,
  type ExperimentOptionsDto,
  type ExperimentRun,
} from '@keyart/experiments';
import { ALTERNATIVES, CORRECTIONS } from '@keyart/evaluation';
import type { Command } from 'commander';
import { numberOf } from '../evaluation/evaluate-options';

/** How a test is read from data, as it was typed. */
export interface ExperimentFlags {
  readonly data: string;
  readonly metric: readonly string[];
  readonly arm: string;
  readonly member: string;
  readonly day?: string;
  readonly segment: readonly string[];
  readonly control?: string;
  readonly weights?: string;
  readonly guardrail: readonly string[];
  readonly lowerIsBetter: readonly string[];
  readonly winsorise?: string;
  readonly relative: boolean;
  readonly cuped: boolean;
  readonly sequential?: string;
  readonly correction: string;
  readonly alternative: string;
  readonly alpha: string;
  readonly tightestAt?: string;
}

/** Adds the options that say how a test is read and analysed. */
export function addExperimentOptions(command: Command): Command {
  const collect = (value: string, all: string[]): string[] => [...all, value];
  return command
    .option(
      '--metric <spec>',
      'NAME=mean(COLUMN), proportion(…), ratio(COLUMN[, COLUMN]), quantile(COLUMN, LEVEL), then ~COVARIATE; may be given again',
      collect,
      [],
    )
    .option('--arm <column>', 'arm of a row', 'arm')
    .option('--member <column>', 'member (the randomised unit) of a row', 'user_id')
    .option('--day <column>', 'date or time of a row')
    .option('--segment <column>', 'compare in each of its values; may be given again', collect, [])
    .option('--control <arm>', 'the control; otherwise "control", or the first by name')
    .option('--weights <pairs>', 'planned shares, e.g. control=.9,treatment=.1; otherwise equal')
    .option('--guardrail <pair>', 'METRIC=MARGIN that must not be lost; may be given again', collect, [])
    .option('--lower-is-better <metric>', 'may be given again', collect, [])
    .option('--winsorise <quantile>', 'cut totals of members down to this quantile, e.g. .999 (means only)')
    .option('--relative', 'effects as a share of the control mean', false)
    .option('--cuped', 'adjust by covariates', false)
    .option('--sequential <method>', `${SEQUENTIAL_METHODS.join(', ')}; otherwise one look at a fixed time`)
    .option('--correction <method>', CORRECTIONS.join(', '), 'none')
    .option('--alternative <side>', ALTERNATIVES.join(', '), 'two-sided')
    .option('--alpha <x>', 'intervals miss with this probability', '0.05')
    .option('--tightest-at <n>', 'members at which asymptotic-cs is tightest (5000)');
}

/** What the options mean. @throws InputError naming the option */
export function experimentOptionsOf(flags: ExperimentFlags, run: ExperimentRun): ExperimentDataOptions {
  if (flags.metric.length === 0)
    throw bad('--metric is missing, e.g. --metric takes=ratio(takes,impressions)');
  const metrics = flags.metric.map(parseMetricSpec);
  const names = new Set(metrics.map(({ name }) => name));
  const repeated = metrics.find(({ name }, i) => metrics.findIndex((one) => one.name === name) < i);
  if (repeated) throw bad(`--metric ${repeated.name} stands there twice`);
  const guardrails = new Map(flags.guardrail.map((pair) => pairOf('--guardrail', pair)));
  for (const name of [...guardrails.keys(), ...flags.lowerIsBetter])
    if (!names.has(name)) throw bad(`${name} is no metric; there are ${[...names].join(', ')}`);
  return {
    file: flags.data,
    columns: { arm: flags.arm, member: flags.member, day: flags.day ?? null, segments: flags.segment },
    ...{ metrics, guardrails, lowerIsBetter: new Set(flags.lowerIsBetter) },
    control: flags.control ?? null,
    weights:
      flags.weights === undefined
        ? null
        : new Map(flags.weights.split(',').map((pair) => pairOf('--weights', pair))),
    winsoriseAt:
      flags.winsorise === undefined
        ? undefined
        : numberOf('--winsorise', flags.winsorise, { isFine: isFraction, range: 'in (0, 1)' }),
    method: methodOptions(flags),
    run,
  };
}

function methodOptions(flags: ExperimentFlags): ExperimentOptionsDto {
  return {
    ...{ relative: flags.relative, cuped: flags.cuped },
    sequential:
      flags.sequential === undefined ? null : oneOf('--sequential', flags.sequential, SEQUENTIAL_METHODS),
    correction: oneOf('--correction', flags.correction, CORRECTIONS),
    alternative: oneOf('--alternative', flags.alternative, ALTERNATIVES),
    alpha: numberOf('--alpha', flags.alpha, { isFine: isFraction, range: 'in (0, 1)' }),
    tightestAt:
      flags.tightestAt === undefined
        ? undefined
        : numberOf('--tightest-at', flags.tightestAt, { isFine: (x) => x >= 1, range: '1 at least' }),
  };
}

/** One of the values that an option takes. @throws InputError naming option and values */
export function oneOf<T extends string>(option: string, value: string, values: readonly T[]): T {
  const found = values.find((known) => known === value);
  if (found !== undefined) return found;
  throw bad(`${option} ${value}: must be one of ${values.join(', ')}`);
}

function pairOf(option: string, pair: string): [string, number] {
  const at = pair.lastIndexOf('=');
  if (at < 1) throw bad(`${option} ${pair}: must be NAME=NUMBER`);
  const value = numberOf(option, pair.slice(at + 1), { isFine: (x) => x >= 0, range: '0 at least' });
  return [pair.slice(0, at).trim(), value];
}

function isFraction(x: number): boolean {
  return x > 0 && x < 1;
}

function bad(detail: string): InputError {
  return new InputError('BAD_EXPERIMENT_OPTION', detail);
}
