import type { Cutting, ShotSpan } from '../cuts/shot-span';
import type { FrameSeries } from '../pass/frame-series';

/** Of a shot's frames, the share that counts as its sharpest. */
const SHARPEST_FRACTION = 0.4;
/** Percent of change that weighs as much as a tenth of the range of brightness and detail. */
const MOTION_WEIGHT = 0.1;

/**
 * The stillest of a shot's sharpest frames that is not part of a transition: of a moving subject the moment in which it pauses.
 * @returns index of the frame; null: the whole shot is transition
 */
export function pickFrame(
  series: FrameSeries,
  { from, to }: ShotSpan,
  { isTransition }: Cutting,
): number | null {
  const frames: number[] = [];
  for (let frame = from; frame < to; frame++) if (!isTransition[frame]) frames.push(frame);
  if (frames.length === 0) return null;
  const bySharpness = frames.toSorted((a, b) => sharpnessOf(series, b) - sharpnessOf(series, a));
  const least = sharpnessOf(series, bySharpness[Math.ceil(frames.length * SHARPEST_FRACTION) - 1]);
  const sharpest = frames.filter((frame) => sharpnessOf(series, frame) >= least);
  const best = sharpnessOf(series, bySharpness[0]) || 1;
  const worth = (frame: number): number =>
    sharpnessOf(series, frame) / best - MOTION_WEIGHT * motionAt(series, frame);
  return sharpest.reduce((chosen, frame) => (worth(frame) > worth(chosen) ? frame : chosen));
}

/** Detail by the width of edges: high where much is seen and it is sharp. */
function sharpnessOf({ detail, blur }: FrameSeries, frame: number): number {
  return detail[frame] / Math.max(1, blur[frame]);
}

/** Change to the frames before and after, percent. */
function motionAt({ change, count }: FrameSeries, frame: number): number {
  return Math.max(change[frame], frame + 1 < count ? change[frame + 1] : 0);
}
