import { groupsOf } from '@keyart/common';
import type { ShotPlayback, VideoShot } from '@keyart/contracts';
import { fitReplayPrior, type ReplayCounts, type ReplayPrior } from './fit-replay-prior';
import { shrunkenRate, type ShrunkenRate } from './shrunken-rate';

/** Fewer plays tell hot shots from others hardly better than chance does. */
export const LEAST_PLAY_COUNT = 300;

/** How much a shot or scene engages viewers, by how often it is seen again. */
export interface Engagement extends ShrunkenRate {
  readonly exposureCount: number;
  readonly replayCount: number;
  /** Share of exposures within which viewers left. */
  readonly dropOffFraction: number;
  /** .5 for one like the video's others, towards 1 the more often it is replayed; in (0, 1). */
  readonly level: number;
  /** The whole interval lies above the video's mean. */
  readonly isHot: boolean;
}

/** Of one shot. */
export interface ShotEngagement extends Engagement {
  readonly shot: number;
}

/** Of one scene, its shots together. */
export interface SceneEngagement extends Engagement {
  readonly scene: number;
}

/** What viewers' doings tell of a video. */
export interface VideoEngagement {
  /** Exposures of the shot seen most: plays that got anywhere. */
  readonly playCount: number;
  /** Whether there are enough plays to tell; without them nothing is told of shots and scenes. */
  readonly isEnough: boolean;
  /** Of replays per exposure; null: not enough data. */
  readonly meanRate: number | null;
  readonly shots: readonly ShotEngagement[];
  readonly scenes: readonly SceneEngagement[];
}

/**
 * Replays per exposure of shots and scenes, shrunk towards the video's mean by a prior fitted over its shots. What is shown late is not
 * held against it: viewers who left before are no exposures of it. A shot replayed more often than seen counts as replayed each time.
 * @param shots of the video, in order
 * @param playback sums of its shots; a shot that is missing was not seen
 */
export function videoEngagement(
  shots: readonly Pick<VideoShot, 'shot' | 'scene'>[],
  playback: readonly ShotPlayback[],
): VideoEngagement {
  const known = new Map(playback.map((counts) => [counts.shot, counts]));
  const counts = shots.map(({ shot }) => countsOf(known.get(shot)));
  const playCount = Math.max(0, ...counts.map(({ exposureCount }) => exposureCount));
  if (playCount < LEAST_PLAY_COUNT)
    return { playCount, isEnough: false, meanRate: null, shots: [], scenes: [] };
  const prior = fitReplayPrior(counts);
  const meanRate = prior.alpha / (prior.alpha + prior.beta);
  const byScene = groupsOf(shots, ({ scene }) => String(scene));
  return {
    ...{ playCount, isEnough: true, meanRate },
    shots: shots.map(({ shot }, index) => ({ shot, ...engagementOf(counts[index], prior) })),
    scenes: byScene.map((within) => {
      const together = within.map(({ shot }) => countsOf(known.get(shot))).reduce(added);
      return { scene: within[0].scene, ...engagementOf(together, prior) };
    }),
  };
}

interface Counts extends ReplayCounts {
  readonly dropOffCount: number;
}

function countsOf(playback: ShotPlayback | undefined): Counts {
  const { exposureCount = 0, replayCount = 0, dropOffCount = 0 } = playback ?? {};
  return { exposureCount, replayCount: Math.min(replayCount, exposureCount), dropOffCount };
}

function added(one: Counts, other: Counts): Counts {
  return {
    exposureCount: one.exposureCount + other.exposureCount,
    replayCount: one.replayCount + other.replayCount,
    dropOffCount: one.dropOffCount + other.dropOffCount,
  };
}

function engagementOf(counts: Counts, prior: ReplayPrior): Engagement {
  const { exposureCount, replayCount, dropOffCount } = counts;
  const mean = prior.alpha / (prior.alpha + prior.beta);
  const shrunken = shrunkenRate(counts, prior);
  return {
    ...{ exposureCount, replayCount, ...shrunken },
    dropOffFraction: exposureCount > 0 ? Math.min(1, dropOffCount / exposureCount) : 0,
    level: shrunken.rate / (shrunken.rate + mean),
    isHot: shrunken.lower > mean,
  };
}
