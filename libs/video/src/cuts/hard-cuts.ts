import { thumbOf, type FrameSeries } from '../pass/frame-series';
import { framesWithin } from './frames-within';
import { thumbDistance } from './thumb-distance';

/** A frame this many times as different from the one before as frames around it are begins a shot. */
const LEAST_RATIO = 2;
/** Percent; below it two shots look the same. */
const LEAST_CHANGE = 2.5;
/** Levels; what shakes changes pixels, but not thumbnails. */
const LEAST_THUMB_CHANGE = 4;
const NEIGHBOUR_COUNT = 4;
/** Drawn films hold a drawing for some frames: those that repeat the one before say nothing of how much moves. */
const REPEATED_CHANGE = 0.08;
const NEIGHBOUR_REACH = 8;
/** A flash, however it fades, leaves the picture that it found. */
const FLASH_MS = 700;
const FLASH_RETURN_FRACTION = 0.4;

/**
 * Frames that begin a shot after a hard cut: the change to the frame before stands out from the changes around it, which pans and
 * shaking do not do, and the picture of before does not come back at once, as it does after a flash.
 * @param frameRate mean frames a second
 * @returns indices, rising, ≥ 1
 * @see PySceneDetect's AdaptiveDetector for the idea of a ratio to the neighbours; the measure is ffmpeg's `scdet`
 */
export function hardCuts(series: FrameSeries, frameRate: number): number[] {
  const reach = framesWithin(FLASH_MS, frameRate);
  const cuts: number[] = [];
  for (let frame = 1; frame < series.count; frame++) {
    if (standsOut(series, frame) && !isFlash(series, frame, reach)) cuts.push(frame);
  }
  return cuts;
}

function standsOut(series: FrameSeries, frame: number): boolean {
  const change = series.change[frame];
  if (change < LEAST_CHANGE || change < LEAST_RATIO * meanChangeAround(series, frame)) return false;
  return thumbDistance(thumbOf(series, frame - 1), thumbOf(series, frame)) >= LEAST_THUMB_CHANGE;
}

/** Of the nearest frames on either side that move at all; the side where more moves counts. */
function meanChangeAround(series: FrameSeries, frame: number): number {
  return Math.max(meanChange(series, frame, -1), meanChange(series, frame, 1));
}

function meanChange({ change, count }: FrameSeries, frame: number, step: 1 | -1): number {
  let [sum, found] = [0, 0];
  for (let away = 1; away <= NEIGHBOUR_REACH && found < NEIGHBOUR_COUNT; away++) {
    const at = frame + step * away;
    if (at < 1 || at >= count) break;
    if (change[at] < REPEATED_CHANGE) continue;
    sum += change[at];
    found++;
  }
  return found > 0 ? sum / found : 0;
}

function isFlash(series: FrameSeries, frame: number, reach: number): boolean {
  const [before, after] = [thumbOf(series, frame - 1), thumbOf(series, frame)];
  const near = FLASH_RETURN_FRACTION * thumbDistance(before, after);
  // The light of another flash is no picture that could have come back.
  const isCalm = (at: number): boolean => series.change[at] <= FLASH_RETURN_FRACTION * series.change[frame];
  for (let away = 1; away <= reach; away++) {
    const [earlier, later] = [frame - 1 - away, frame + away];
    if (later < series.count && isCalm(later) && thumbDistance(before, thumbOf(series, later)) <= near)
      return true;
    if (earlier >= 0 && isCalm(earlier) && thumbDistance(thumbOf(series, earlier), after) <= near)
      return true;
  }
  return false;
}
