import {
  asymptoticCs,
  groupSequential,
  msprt,
  proportionVariance,
  TIGHTEST_AT,
  WELCH,
  type ExperimentDesign,
} from '@keyart/evaluation';
import { InputError } from '@keyart/common';
import type { Command } from 'commander';
import { planExperiment, type PlannedMethod, type PlanRequest } from '../ab/plan-experiment';
import { numberOf } from '../evaluation/evaluate-options';
import { writeJson } from '../evaluation/write-json';
import { renderTable } from '../terminal/table';

interface PlanFlags {
  readonly baseRate?: string;
  readonly mean?: string;
  readonly sd?: string;
  readonly lift: string;
  readonly relative: boolean;
  readonly weights: string;
  readonly comparisons: string;
  readonly alpha: string;
  readonly power: string;
  readonly varianceDrop: string;
  readonly looks: string;
  readonly tightestAt?: string;
  readonly members?: string;
  readonly membersADay?: string;
  readonly json?: string;
}

async function runPlan(flags: PlanFlags): Promise<void> {
  const request = requestOf(flags);
  const methods = planExperiment(request);
  if (flags.json !== undefined) await writeJson(flags.json, { lift: request.lift, methods });
  if (flags.json !== '-') process.stdout.write(`${describe(request.lift, methods)}\n`);
}

const POSITIVE = { isFine: (x: number) => x > 0, range: '> 0' };
const FRACTION = { isFine: (x: number) => x > 0 && x < 1, range: 'in (0, 1)' };

function requestOf(flags: PlanFlags): PlanRequest {
  const looks = numberOf('--looks', flags.looks, {
    isFine: (x) => Number.isInteger(x) && x >= 1,
    range: 'whole, 1 at least',
  });
  const optional = (option: string, text: string | undefined): number | null =>
    text === undefined ? null : numberOf(option, text, POSITIVE);
  const memberCount = optional('--members', flags.members);
  const tightestAt = optional('--tightest-at', flags.tightestAt) ?? memberCount ?? TIGHTEST_AT;
  return {
    design: {
      ...momentsOf(flags),
      isRelative: flags.relative,
      alpha: numberOf('--alpha', flags.alpha, FRACTION),
      power: numberOf('--power', flags.power, FRACTION),
      comparisonCount: numberOf('--comparisons', flags.comparisons, {
        isFine: (x) => x >= 1,
        range: '1 at least',
      }),
      varianceDropFraction: numberOf('--variance-drop', flags.varianceDrop, {
        isFine: (x) => x >= 0 && x < 1,
        range: 'in [0, 1)',
      }),
    },
    weights: flags.weights.split(',').map((part) => numberOf('--weights', part, POSITIVE)),
    methods: [
      WELCH,
      groupSequential(Array.from({ length: looks }, (_, k) => (k + 1) / looks)),
      asymptoticCs(tightestAt),
      msprt(),
    ],
    lift: numberOf('--lift', flags.lift, POSITIVE),
    memberCount,
    membersADay: optional('--members-a-day', flags.membersADay),
  };
}

function momentsOf({ baseRate, mean, sd }: PlanFlags): Pick<ExperimentDesign, 'mean' | 'varianceAt'> {
  if (baseRate !== undefined)
    return { mean: numberOf('--base-rate', baseRate, FRACTION), varianceAt: proportionVariance };
  if (mean === undefined || sd === undefined)
    throw new InputError(
      'BAD_EXPERIMENT_OPTION',
      '--base-rate of a proportion, or --mean and --sd of a number, is needed',
    );
  const deviation = numberOf('--sd', sd, POSITIVE);
  return {
    mean: numberOf('--mean', mean, { isFine: (x) => x !== 0, range: 'not 0' }),
    varianceAt: () => deviation ** 2,
  };
}

function describe(lift: number, methods: readonly PlannedMethod[]): string {
  const rows = methods.map(({ method, requiredMemberCount, requiredDays, minimumDetectableEffect }) => [
    ...[method, String(requiredMemberCount), requiredDays === null ? '-' : String(requiredDays)],
    minimumDetectableEffect === null ? '-' : `${(100 * minimumDetectableEffect).toPrecision(3)}%`,
  ]);
  return renderTable([
    ['method', `members for +${Number((100 * lift).toPrecision(4))}%`, 'days', 'MDE'],
    ...rows,
  ]);
}

/** `keyart ab plan`. */
export function addAbPlanCommand(ab: Command): void {
  ab.command('plan')
    .description('how many members a test needs, by method; the last look of sequential ones counts alone')
    .option('--base-rate <p>', 'of a proportion, in (0, 1)')
    .option('--mean <x>', 'of another metric')
    .option('--sd <x>', 'standard deviation of a member')
    .option('--lift <x>', 'relative lift to be shown', '0.05')
    .option('--relative', 'the effect will be analysed as a share of the control mean', false)
    .option('--weights <numbers>', 'planned shares of the arms, control first', '1,1')
    .option('--comparisons <n>', 'arms times goal metrics, for the correction', '1')
    .option('--alpha <x>', 'two-sided level', '0.05')
    .option('--power <x>', 'probability to show the lift', '0.8')
    .option('--variance-drop <x>', 'share of the variance that CUPED takes away', '0')
    .option('--looks <n>', 'equally spaced looks of a group sequential test', '5')
    .option('--tightest-at <n>', 'members at which asymptotic-cs is tightest; otherwise --members, or 5000')
    .option('--members <n>', 'members of all arms: what can be shown?')
    .option('--members-a-day <n>', 'new members a day: how long?')
    .option('--json <file>', 'result as JSON; - for standard output, alone')
    .action(runPlan);
}
