import type { VideoShot } from '@keyart/contracts';
import type { FrameSeries } from '../pass/frame-series';
import type { ShotSpan } from './shot-span';

/** Shots by frames, as shots by time; the last frame lasts as long as the one before it. */
export function timeShots(
  { atMs, count }: FrameSeries,
  shots: readonly ShotSpan[],
): Pick<VideoShot, 'fromMs' | 'toMs' | 'startsBy'>[] {
  const endMs = count > 1 ? 2 * atMs[count - 1] - atMs[count - 2] : atMs[0] + 1;
  return shots.map(({ from, to, startsBy }) => ({
    fromMs: Math.round(atMs[from]),
    toMs: Math.round(to < count ? atMs[to] : endMs),
    startsBy,
  }));
}
