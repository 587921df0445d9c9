import { showProgress } from '@keyart/common';
import { LEAST_HOLDOUT, MOST_HOLDOUT } from '@keyart/campaigns';
import type { Command } from 'commander';
import { describePower, powerOfCampaign } from '../campaigns/power-of-campaign';
import { renderSimulation } from '../campaigns/render-simulation';
import { simulateCampaigns } from '../campaigns/simulate-campaigns';
import { requireFloors } from '../terminal/require-floors';
import { addCampaignCalendar } from './campaigns-calendar.command';
import { countOf, numberOf } from './numeric-option';

interface SimulateFlags {
  readonly campaigns: string;
  readonly levelRuns: string;
  readonly decisions: string;
  readonly fatigueRuns: string;
  readonly seed: string;
  readonly json: boolean;
}

function runSimulate({ seed, json, ...flags }: SimulateFlags): void {
  const counts = {
    campaignCount: countOf('--campaigns', flags.campaigns),
    levelRunCount: countOf('--level-runs', flags.levelRuns),
    decisionCount: countOf('--decisions', flags.decisions),
    fatigueRunCount: countOf('--fatigue-runs', flags.fatigueRuns),
  };
  const progress = showProgress('campaigns');
  const found = simulateCampaigns({ seed, ...counts, onProgress: progress.update });
  progress.done('simulated');
  process.stdout.write(`${json ? JSON.stringify(found) : renderSimulation(found)}\n`);
  requireFloors(found.floors);
}

interface PowerFlags {
  readonly base: string;
  readonly lift: string;
  readonly holdout: string;
  readonly designEffect: string;
  readonly impressionsADay?: string;
  readonly days?: string;
  readonly json: boolean;
}

/** Smallest and largest number that is no nonsense for what is above 0. */
const ABOVE_ZERO = [1e-9, 1e12] as const;

function runPower({ json, impressionsADay, days, ...flags }: PowerFlags): void {
  const optional = (option: string, text: string | undefined): number | null =>
    text === undefined ? null : numberOf(option, text, ABOVE_ZERO);
  const found = powerOfCampaign({
    baseRate: numberOf('--base', flags.base, [1e-6, 1 - 1e-6]),
    lift: numberOf('--lift', flags.lift, [1e-4, 1e4]),
    holdoutShare: numberOf('--holdout', flags.holdout, [LEAST_HOLDOUT, MOST_HOLDOUT]),
    designEffect: numberOf('--design-effect', flags.designEffect, [1, 1e4]),
    ...{
      impressionsADay: optional('--impressions-a-day', impressionsADay),
      dayCount: optional('--days', days),
    },
  });
  process.stdout.write(`${json ? JSON.stringify(found) : describePower(found)}\n`);
}

/** `keyart campaigns simulate`, `keyart campaigns power` and `keyart campaigns calendar`. */
export function addCampaignCommands(program: Command): void {
  const campaigns = program
    .command('campaigns')
    .description('titles brought to segments of viewers with pictures of their own');
  campaigns
    .command('simulate')
    .description('campaigns in worlds whose truth is known; exit code 1 when a floor is missed')
    .option('--campaigns <n>', 'planted campaigns of each kind', '100')
    .option('--level-runs <n>', 'campaigns with nothing to find', '4000')
    .option('--decisions <n>', 'choices whose propensities are checked', '120000')
    .option('--fatigue-runs <n>', 'campaigns with and without wear', '200')
    .option('--seed <text>', 'equal seeds draw equal worlds', 'campaigns/1')
    .option('--json', 'print what was found as JSON', false)
    .action(runSimulate);
  campaigns
    .command('power')
    .description('impressions that a campaign needs before a verdict can be given')
    .requiredOption('--base <p>', 'share of impressions that are taken, in (0, 1)')
    .requiredOption('--lift <x>', 'smallest relative lift of interest')
    .option('--holdout <share>', 'of the viewers', '0.1')
    .option('--design-effect <x>', 'times as many impressions, since those of a viewer are alike', '1')
    .option('--impressions-a-day <n>', 'of the title: how long, and what would be shown?')
    .option('--days <n>', 'of the longest window')
    .option('--json', 'print the figures as JSON', false)
    .action(runPower);
  addCampaignCalendar(campaigns);
}
