import type { Random } from '@keyart/common';
import type { ShotPlayback } from '@keyart/contracts';

/** A made-up video and its viewers. */
export interface PlaybackWorld {
  readonly shotCount: number;
  readonly hotShotCount: number;
  readonly sessionCount: number;
  /** Chance to leave within a shot. */
  readonly dropOffFraction: number;
  /** Chance to see a shot again: of most shots, and how many times that of hot ones. */
  readonly replayFraction: number;
  readonly hotFactor: number;
  /** Every shot's own chance is its kind's times a factor e^±this, evenly spread. */
  readonly spread: number;
}

/** 10 of 100 shots are hot; one viewer in seven sees the end. */
export const PLAYBACK_WORLD: Omit<PlaybackWorld, 'sessionCount'> = {
  ...{ shotCount: 100, hotShotCount: 10, dropOffFraction: 0.02 },
  ...{ replayFraction: 0.05, hotFactor: 2.5, spread: 0.3 },
};

/** Sums that viewers of the made-up video leave, and which of its shots are hot. */
export interface SimulatedPlayback {
  readonly playback: readonly ShotPlayback[];
  readonly hotShots: ReadonlySet<number>;
}

/** Plays sessions, each from the beginning until the viewer leaves. */
export function simulatePlayback(world: PlaybackWorld, random: Random): SimulatedPlayback {
  const { shotCount, hotShotCount, sessionCount, dropOffFraction } = world;
  const hotShots = new Set<number>();
  while (hotShots.size < hotShotCount) hotShots.add(Math.floor(random.next() * shotCount));
  const chances = Array.from({ length: shotCount }, (_, shot) => {
    const factor =
      Math.exp(world.spread * (2 * random.next() - 1)) * (hotShots.has(shot) ? world.hotFactor : 1);
    return Math.min(1, world.replayFraction * factor);
  });
  const sums = chances.map((_, shot) => ({
    shot,
    exposureCount: 0,
    replayCount: 0,
    dropOffCount: 0,
    pauseCount: 0,
  }));
  for (let session = 0; session < sessionCount; session++) {
    for (const [shot, chance] of chances.entries()) {
      sums[shot].exposureCount++;
      if (random.next() < chance) sums[shot].replayCount++;
      if (random.next() >= dropOffFraction) continue;
      sums[shot].dropOffCount++;
      break;
    }
  }
  return { playback: sums, hotShots };
}
