import type { Random } from '@keyart/common';
import type { ShotPlayback } from '@keyart/contracts';
import { fitReplayPrior } from './fit-replay-prior';
import { shrunkenRate } from './shrunken-rate';
import { simulatePlayback, type PlaybackWorld } from './simulate-playback';

/** Share of the hot shots that are among as many shots called hot, by what the shots are ordered by; each in [0, 1]. */
export interface HotShotRecall {
  /** Replays. */
  readonly raw: number;
  /** Replays per exposure. */
  readonly rate: number;
  /** The same, shrunk towards the video's mean. */
  readonly shrunken: number;
}

/** How well hot shots are found in one made-up video. */
export function hotShotRecall(world: PlaybackWorld, random: Random): HotShotRecall {
  const { playback, hotShots } = simulatePlayback(world, random);
  const prior = fitReplayPrior(playback);
  const recallBy = (scoreOf: (counts: ShotPlayback) => number): number => {
    const ordered = [...playback].sort((a, b) => scoreOf(b) - scoreOf(a) || a.shot - b.shot);
    return ordered.slice(0, hotShots.size).filter(({ shot }) => hotShots.has(shot)).length / hotShots.size;
  };
  return {
    raw: recallBy(({ replayCount }) => replayCount),
    rate: recallBy(({ replayCount, exposureCount }) => (exposureCount > 0 ? replayCount / exposureCount : 0)),
    shrunken: recallBy((counts) => shrunkenRate(counts, prior).rate),
  };
}
