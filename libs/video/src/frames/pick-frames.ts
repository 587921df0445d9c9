import type { FrameFault } from '@keyart/contracts';
import type { Cutting } from '../cuts/shot-span';
import type { FrameSeries } from '../pass/frame-series';
import { measuredFaults } from './measured-faults';
import { pickFrame } from './pick-frame';

/** A shot's frame to be looked at. */
export interface PickedFrame {
  readonly shot: number;
  readonly atMs: number;
  /** How much is to be seen, see `FRAME_MEASURES`. */
  readonly detail: number;
  readonly measuredFaults: readonly FrameFault[];
}

/** The best frame of each shot, in time's order; of a shot that is all transition its middle, which has that fault. */
export function pickFrames(series: FrameSeries, cutting: Cutting): PickedFrame[] {
  return cutting.shots.map((shot, index) => {
    const picked = pickFrame(series, shot, cutting);
    const frame = picked ?? Math.floor((shot.from + shot.to) / 2);
    const faults = measuredFaults(series, frame);
    return {
      shot: index,
      atMs: Math.round(series.atMs[frame]),
      detail: series.detail[frame],
      measuredFaults: picked === null ? [...faults, 'transition'] : faults,
    };
  });
}
