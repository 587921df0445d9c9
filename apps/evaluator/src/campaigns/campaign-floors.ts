import { EVEN_PROPORTIONS, unitsPerArm } from '@keyart/evaluation';
import { JUDGED_LEAD, type ChoiceRow } from './simulate-choices';
import type { FatigueResult } from './simulate-fatigue';
import type { LevelResult } from './simulate-level';
import type { PropensityResult } from './simulate-propensities';

/** A measured figure and what it must reach. */
export interface CampaignFloor {
  readonly what: string;
  readonly value: number;
  readonly wanted: string;
  readonly isMet: boolean;
}

/**
 * Units per arm at a base of 5%, as they are usually quoted; the second with normal quantiles rounded to four digits, so that one unit of
 * difference is none.
 */
const QUOTED_POWER = [
  { lift: 0.1, perArm: 31_234 },
  { lift: 0.05, perArm: 122_125 },
] as const;

/** What was measured. */
export interface CampaignFindings {
  readonly choices: readonly ChoiceRow[];
  readonly level: LevelResult;
  readonly propensities: PropensityResult;
  readonly fatigue: FatigueResult;
}

/** What is asked of campaigns, and whether it holds. */
export function campaignFloors(found: CampaignFindings): CampaignFloor[] {
  const { choices, level, propensities, fatigue } = found;
  const judged = choices.filter(({ lead }) => lead === JUDGED_LEAD);
  return [
    ...judged.flatMap(choiceFloors),
    within('A/A: share of runs with p below .05', level.falseFraction, [0.04, 0.06]),
    most('propensities: largest distance of a sum from 1', propensities.largestSumError, 1e-9),
    least('propensities: p of χ² of choices against them', propensities.pValue, 0.001),
    most('wear: runs without any that call a creative tired', fatigue.falseFraction, 0.05),
    least('wear: runs that find the worn creative', fatigue.foundFraction, 0.8),
    least("wear: intervals that hold the creative's own", fatigue.coverage, 0.93),
    ...QUOTED_POWER.map(({ lift, perArm }) => {
      const units = unitsPerArm({ ...EVEN_PROPORTIONS, baseRate: 0.05 }, lift);
      return within(`power: units per arm for a lift of ${100 * lift}% at 5%`, units, [
        perArm - 1,
        perArm + 1,
      ]);
    }),
  ];
}

function choiceFloors({ prior, rightFraction, regretShare }: ChoiceRow): CampaignFloor[] {
  const kind = `prior ${prior}`;
  return [
    least(`right creative, ${kind}`, rightFraction, 0.95),
    most(`regret as a share of uniform's, ${kind}`, regretShare, 0.5),
  ];
}

function least(what: string, value: number, floor: number): CampaignFloor {
  return { what, value, wanted: `at least ${floor}`, isMet: value >= floor };
}

function most(what: string, value: number, ceiling: number): CampaignFloor {
  return { what, value, wanted: `at most ${ceiling}`, isMet: value <= ceiling };
}

function within(what: string, value: number, [low, high]: readonly [number, number]): CampaignFloor {
  return { what, value, wanted: `${low} to ${high}`, isMet: value >= low && value <= high };
}
