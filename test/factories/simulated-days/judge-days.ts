import { uniformFromKey } from '@keyart/common';
import { sampleRatio } from '@keyart/evaluation';
import { PropensityTally } from '../propensity-tally.factory';
import { chosenBy, type DayReport } from './day-report';
import type { Showing } from './simulated-day';
import { SIMULATED_SLICES } from './simulated-service';
import { takesOf } from './takes-of';

/** The days, and all that was shown on them. */
export interface JudgedDays {
  readonly days: readonly DayReport[];
  /** `[days]` */
  readonly showings: readonly (readonly Showing[])[];
  readonly clickbaitId: string;
  readonly seed: string;
}

/** What the days prove. */
export interface DaysVerdict {
  /** Production's take fraction of the last three days minus the first day's, with its standard error over members. */
  readonly gain: number;
  readonly gainStandardError: number;
  /** Choices against logged probabilities, about N(0, 1) where these are true. */
  readonly propensityDeviation: number;
  /** Of the slices' sizes in members. */
  readonly sliceRatioPValue: number | null;
  /** First day that the guard held the planted picture down; null: never. */
  readonly demotedOnDay: number | null;
  /** Demoted at the end though nothing is wrong with them. */
  readonly wronglyDemotedIds: readonly string[];
  /** Of the planted picture: on the day before its demotion, and over the last three days. */
  readonly clickbaitShareBefore: number;
  readonly clickbaitShareAfter: number;
}

const LAST_DAY_COUNT = 3;

/** Reads the evidence from what was shown. */
export function judgeDays({ days, showings, clickbaitId, seed }: JudgedDays): DaysVerdict {
  const first = takesOf(chosenBy('production', showings[0]));
  const last = takesOf(chosenBy('production', showings.slice(-LAST_DAY_COUNT).flat()));
  const demotedAt = days.findIndex(({ demotedArtworkIds }) => demotedArtworkIds.includes(clickbaitId));
  const lastDays = days.slice(-LAST_DAY_COUNT);
  return {
    gain: last.mean - first.mean,
    gainStandardError: Math.hypot(first.standardError, last.standardError),
    propensityDeviation: propensityDeviation(showings.flat(), seed),
    sliceRatioPValue: sliceRatioPValue(showings.flat()),
    demotedOnDay: demotedAt < 0 ? null : days[demotedAt].day,
    wronglyDemotedIds: (days.at(-1)?.demotedArtworkIds ?? []).filter((id) => id !== clickbaitId),
    clickbaitShareBefore: demotedAt < 1 ? NaN : days[demotedAt - 1].clickbaitShare,
    clickbaitShareAfter: lastDays.reduce((sum, day) => sum + day.clickbaitShare, 0) / lastDays.length,
  };
}

/** The candidate looked at is drawn without regard to the choice. */
function propensityDeviation(showings: readonly Showing[], seed: string): number {
  const tally = new PropensityTally();
  for (const { record } of showings) {
    const draw = uniformFromKey(record.decisionId, `${seed}/looked-at`);
    if (!record.isLocked) tally.add(record, Math.floor(draw * record.candidates.length), ['all']);
  }
  return tally.standardisedSumOf('all');
}

function sliceRatioPValue(showings: readonly Showing[]): number | null {
  const sliceOf = new Map(showings.map(({ record }) => [record.memberId, record.slice]));
  const slices = [...sliceOf.values()];
  const planned = Object.entries(SIMULATED_SLICES);
  const groups = planned.map(([slice, expectedShare]) => ({
    ...{ count: slices.filter((each) => each === slice).length, expectedShare },
  }));
  const rest = 1 - planned.reduce((sum, [, share]) => sum + share, 0);
  const none = { count: slices.filter((each) => each === null).length, expectedShare: rest };
  return sampleRatio([...groups, none]).pValue;
}
