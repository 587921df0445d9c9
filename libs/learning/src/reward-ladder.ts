import type { EventType } from '@keyart/contracts';

/**
 * What an outcome is worth, worst first. Clicks are cheap and what a misleading picture earns most, so the ladder rises
 * steeply towards watching: a picture is good when the film behind it is then watched.
 */
export const REWARD_LADDER = {
  /** The viewer said so: the picture promised another film. */
  misleading: -1,
  /** Started and left at once: the picture, not the film, was taken. */
  'quick-abandon': -0.25,
  none: 0,
  click: 0.05,
  /** An intention, not yet a take. */
  'list-add': 0.15,
  play: 0.25,
  /** A take. */
  'quality-play': 0.8,
  completion: 1,
} as const;

/** A rung of the ladder. */
export type RewardRung = keyof typeof REWARD_LADDER;

/** A play is a take from 15% of the running time on: some 15 minutes of a film, past the point where most who leave have left. */
export const QUALITY_PLAY_FRACTION = 0.15;

/** Leaving before 5% (about five minutes of a film) says that the picture misled; later the film itself may be the reason. */
export const QUICK_ABANDON_FRACTION = 0.05;

/** Bump when rungs, values, fractions or windows change: rewards of another version are then attributed anew. */
const LADDER_VERSION = 2;

/** A start an hour after the picture was seen has other reasons than the picture. */
const START_WINDOW_MS = 3_600_000;

/** The ladder with its windows, declared: which event counts how long after the impression. */
export interface RewardLadder {
  /** Names values and windows, e.g. `ladder/2 21600000`; kept with each reward. */
  readonly version: string;
  /** When the reward is due and nothing counts any more, milliseconds > 0. */
  readonly windowMs: number;
  /** By type of event: the time after the impression in which it counts, (0, windowMs]. */
  readonly windowMsOf: Readonly<Record<EventType, number>>;
}

/**
 * The ladder over a window: starts (click, play, list-add) count soon after the impression only, how far the viewer got and
 * what they reported until the window closes. A start too late that leads to watching on counts by how far it led.
 * @param windowMs milliseconds > 0; `rewardOf` refuses others
 */
export function rewardLadder(windowMs: number): RewardLadder {
  const startMs = Math.min(START_WINDOW_MS, windowMs);
  return {
    version: `ladder/${LADDER_VERSION} ${windowMs}`,
    windowMs,
    windowMsOf: {
      ...{ impression: windowMs, click: startMs, play: startMs, 'list-add': startMs },
      ...{ progress: windowMs, completion: windowMs, abandon: windowMs, misleading: windowMs },
    },
  };
}
