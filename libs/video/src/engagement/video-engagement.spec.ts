import { createRandom } from '@keyart/common';
import type { PlaybackEvent, ShotPlayback } from '@keyart/contracts';
import fc from 'fast-check';
import { fitReplayPrior } from './fit-replay-prior';
import { hotShotRecall } from './hot-shot-recall';
import { shotsOfEvent } from './shots-of-event';
import { shrunkenRate } from './shrunken-rate';
import { PLAYBACK_WORLD } from './simulate-playback';
import { LEAST_PLAY_COUNT, videoEngagement } from './video-engagement';

const SHOTS = [0, 1, 2, 3].map((shot) => ({
  ...{ shot, scene: Math.floor(shot / 2), fromMs: shot * 1000, toMs: shot * 1000 + 1000 },
}));
const sums = (shot: number, exposureCount: number, replayCount: number): ShotPlayback => ({
  ...{ shot, exposureCount, replayCount, dropOffCount: 0, pauseCount: 0 },
});

describe('shotsOfEvent', () => {
  const shotsOf = (event: PlaybackEvent): number[] => shotsOfEvent(event, SHOTS).map(({ shot }) => shot);

  it.each([
    ['play', 0, 4000, [0, 1, 2, 3]],
    ['play', 600, 2400, [1]],
    ['play', 500, 2500, [0, 1, 2]],
    ['play', 1100, 1200, [1]],
    ['seek-back', 3000, 1000, [1, 2]],
    ['replay', 2000, 3000, [2]],
    ['drop-off', 3999, 3999, [3]],
    ['pause', 4000, 4000, []],
  ] as const)('%s from %d to %d is of shots %j', (...[kind, fromMs, toMs, expected]) => {
    expect(shotsOf({ kind, fromMs, toMs })).toEqual(expected);
  });
});

describe('videoEngagement', () => {
  it('tells nothing of shots before there are enough plays', () => {
    const engagement = videoEngagement(SHOTS, [sums(0, LEAST_PLAY_COUNT - 1, 50)]);
    expect(engagement).toEqual({ playCount: 299, isEnough: false, meanRate: null, shots: [], scenes: [] });
  });

  it('ranks a late shot by its rate, though more replays were counted before it', () => {
    const playback = [sums(0, 2000, 100), sums(1, 2000, 100), sums(2, 400, 20), sums(3, 400, 80)];
    const { shots, scenes } = videoEngagement(SHOTS, playback);
    const levels = shots.map(({ level }) => level);
    expect(Math.max(...levels)).toBe(levels[3]);
    expect(shots.map(({ isHot }) => isHot)).toEqual([false, false, false, true]);
    expect(scenes[1].level).toBeGreaterThan(scenes[0].level);
  });

  it('is within its interval, in (0, 1) and never NaN, whatever the counts', () => {
    const counts = fc.tuple(fc.nat(5000), fc.nat(5000));
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 4 }), (all) => {
        const { shots } = videoEngagement(
          SHOTS,
          all.map(([exposures, replays], shot) => sums(shot, exposures, replays)),
        );
        for (const { lower, rate, upper, level } of shots) {
          expect(lower).toBeLessThanOrEqual(rate);
          expect(rate).toBeLessThanOrEqual(upper);
          expect(level).toBeGreaterThan(0);
          expect(level).toBeLessThan(1);
        }
      }),
    );
  });

  it('draws what was seen seldom nearer to the mean than what was seen often', () => {
    const prior = fitReplayPrior([sums(0, 1000, 50), sums(1, 1000, 120), sums(2, 1000, 20)]);
    const mean = prior.alpha / (prior.alpha + prior.beta);
    const rateOf = (n: number): number =>
      shrunkenRate({ exposureCount: n, replayCount: 0.2 * n }, prior).rate;
    expect(rateOf(10)).toBeGreaterThan(mean);
    expect(rateOf(10)).toBeLessThan(rateOf(1000));
    expect(rateOf(1000)).toBeLessThan(0.2);
  });
});

describe('fitReplayPrior', () => {
  it('finds what shots without differences have in common, and says that they do not differ', () => {
    const alike = Array.from({ length: 20 }, (_, shot) => sums(shot, 1000, 50));
    const { alpha, beta } = fitReplayPrior(alike);
    expect(alpha / (alpha + beta)).toBeCloseTo(0.05, 3);
    expect(alpha + beta).toBeGreaterThan(5000);
  });
});

describe('hotShotRecall', () => {
  it('is better per exposure than by raw counts, and no worse shrunken', () => {
    const recalls = Array.from({ length: 20 }, (_, video) =>
      hotShotRecall({ ...PLAYBACK_WORLD, sessionCount: 300 }, createRandom(`recall/${video}`)),
    );
    const mean = (of: (one: (typeof recalls)[0]) => number): number =>
      recalls.reduce((sum, one) => sum + of(one), 0) / recalls.length;
    // Standard errors over 20 videos are some .03; the gaps measured over 600 are .29 and .015.
    expect(mean(({ rate }) => rate)).toBeGreaterThan(mean(({ raw }) => raw) + 0.1);
    expect(mean(({ shrunken }) => shrunken)).toBeGreaterThan(mean(({ rate }) => rate) - 0.06);
  });
});
