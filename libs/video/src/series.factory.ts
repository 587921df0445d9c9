import { emptySeries, THUMB_BYTES, type FrameSeries } from './pass/frame-series';

/** A frame of a made-up series; what is not said is as on a well-lit, sharp frame. */
export interface SeriesFrame {
  /** Percent; default 1. */
  readonly change?: number;
  /** Default 120. */
  readonly luma?: number;
  readonly lowLuma?: number;
  readonly highLuma?: number;
  readonly blur?: number;
  readonly detail?: number;
  /** Level of thumbnail cell `at`; default: a pattern of its own at the frame's luma. */
  readonly pattern?: (at: number) => number;
}

/** A series of 25 frames a second made of such frames. */
export function someSeries(frames: readonly SeriesFrame[]): FrameSeries {
  const series = emptySeries(frames.length);
  frames.forEach(({ change = 1, luma = 120, lowLuma = luma - 40, highLuma = luma + 60, ...frame }, at) => {
    series.atMs[at] = at * 40;
    series.change[at] = at === 0 ? 0 : change;
    series.luma[at] = luma;
    series.lowLuma[at] = lowLuma;
    series.highLuma[at] = highLuma;
    series.blur[at] = frame.blur ?? 5;
    series.detail[at] = frame.detail ?? 50;
    const pattern = frame.pattern ?? patternOf(0);
    for (let cell = 0; cell < THUMB_BYTES; cell++) {
      series.thumbs[at * THUMB_BYTES + cell] = Math.min(255, Math.max(0, (pattern(cell) * luma) / 120));
    }
  });
  return series;
}

/** One of several unlike pictures, levels by cell. */
export function patternOf(picture: number): (at: number) => number {
  return (at) => 40 + ((at * (7 + 4 * picture) + 53 * picture) % 160);
}
