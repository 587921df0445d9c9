import type { ServedPolicy } from '@keyart/contracts';
import { REWARD_LADDER } from '@keyart/learning';
import type { Showing } from './simulated-day';
import type { Night } from './simulated-service';

/** A day in figures; shares and means are over what was decided, not over what was locked. */
export interface DayReport {
  /** From 1. */
  readonly day: number;
  readonly decisionCount: number;
  /** Quality plays or better an impression, of production. */
  readonly takeFraction: number;
  readonly reward: Readonly<Record<'production' | 'uniform', number>>;
  /** Of the planted picture among production's showings of its title. */
  readonly clickbaitShare: number;
  /** What served during the day. */
  readonly banditVersion: string;
  readonly demotedArtworkIds: readonly string[];
  /** Of the night after the day. */
  readonly verdict: string | null;
}

/** The day's showings and the night that followed. */
export interface DayOutcome {
  readonly day: number;
  readonly showings: readonly Showing[];
  readonly night: Night;
  /** In service during the day. */
  readonly banditVersion: string;
  readonly demotedArtworkIds: readonly string[];
}

/** Showings that a model chose, of one policy. */
export function chosenBy(policy: ServedPolicy, showings: readonly Showing[]): Showing[] {
  return showings.filter(({ record }) => record.policy === policy && !record.isLocked);
}

/** Whether the viewer took it. */
export function isTake({ rung }: Showing): boolean {
  return rung === 'quality-play' || rung === 'completion';
}

/** @param clickbaitId the planted picture */
export function dayReport(outcome: DayOutcome, clickbaitId: string): DayReport {
  const { day, showings, night, banditVersion, demotedArtworkIds } = outcome;
  const production = chosenBy('production', showings);
  return {
    ...{ day, banditVersion, demotedArtworkIds, decisionCount: showings.length },
    takeFraction: mean(production, (showing) => Number(isTake(showing))),
    reward: {
      production: mean(production, rewardOf),
      uniform: mean(chosenBy('uniform', showings), rewardOf),
    },
    clickbaitShare: shareOf(clickbaitId, production),
    verdict: night.promotion.verdict,
  };
}

function rewardOf({ rung }: Showing): number {
  return REWARD_LADDER[rung];
}

function shareOf(artworkId: string, showings: readonly Showing[]): number {
  const ofTitle = showings.filter(({ record }) =>
    record.candidates.some((candidate) => candidate.artworkId === artworkId),
  );
  return mean(ofTitle, ({ record }) => Number(record.artworkId === artworkId));
}

function mean<T>(items: readonly T[], valueOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + valueOf(item), 0) / items.length;
}
