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
