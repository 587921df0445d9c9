import { VideoInputError } from '../errors';
import type { MetadataFrame } from '../ffmpeg/metadata-frames';
import type { VideoLimits } from '../video-limits';
import {
  emptySeries,
  FRAME_MEASURES,
  THUMB_BYTES,
  type FrameMeasure,
  type FrameSeries,
} from './frame-series';

const FIRST_CAPACITY = 4096;
const MEASURES = Object.entries(FRAME_MEASURES) as [FrameMeasure, string][];

/** Collects measures and pixels of frames, which come apart from each other, into a series. */
export class SeriesRecorder {
  private kept = emptySeries(FIRST_CAPACITY);
  private measuredCount = 0;
  private pixelBytes = 0;

  constructor(
    private readonly file: string,
    private readonly limits: Pick<VideoLimits, 'maxFrameCount' | 'maxDurationMs'>,
  ) {}

  /** The next frame's measures. @throws VideoInputError where there are too many frames */
  addMeasures({ atSeconds, values }: MetadataFrame): void {
    this.grow(this.measuredCount + 1);
    const at = this.measuredCount++;
    const previousMs = at > 0 ? this.kept.atMs[at - 1] : 0;
    // A frame without a time of its own, or with one that runs backwards, is shown right after the one before.
    this.kept.atMs[at] = Number.isFinite(atSeconds) ? Math.max(previousMs, 1000 * atSeconds) : previousMs;
    for (const [name, key] of MEASURES) this.kept[name][at] = values.get(key) ?? 0;
    if (this.kept.atMs[at] > this.limits.maxDurationMs) {
      throw new VideoInputError(
        'VIDEO_TOO_LONG',
        `${this.file}: runs longer than ${this.limits.maxDurationMs} ms`,
      );
    }
  }

  /** The next pixels, in pieces of any size. @throws VideoInputError where there are too many frames */
  addPixels(chunk: Buffer): void {
    this.grow(Math.ceil((this.pixelBytes + chunk.length) / THUMB_BYTES));
    this.kept.thumbs.set(chunk, this.pixelBytes);
    this.pixelBytes += chunk.length;
  }

  /** The frames of which both came. */
  series(): FrameSeries {
    const count = Math.min(this.measuredCount, Math.floor(this.pixelBytes / THUMB_BYTES));
    return cut(this.kept, count);
  }

  private grow(count: number): void {
    if (count > this.limits.maxFrameCount) {
      throw new VideoInputError(
        'VIDEO_TOO_MANY_FRAMES',
        `${this.file}: has more than ${this.limits.maxFrameCount} frames`,
      );
    }
    if (count <= this.kept.count) return;
    const larger = emptySeries(Math.max(count, 2 * this.kept.count));
    for (const [name] of MEASURES) larger[name].set(this.kept[name]);
    larger.atMs.set(this.kept.atMs);
    larger.thumbs.set(this.kept.thumbs);
    this.kept = larger;
  }
}

function cut(series: FrameSeries, count: number): FrameSeries {
  const measures = Object.fromEntries(MEASURES.map(([name]) => [name, series[name].slice(0, count)]));
  return {
    ...(measures as Record<FrameMeasure, Float32Array>),
    count,
    atMs: series.atMs.slice(0, count),
    thumbs: series.thumbs.slice(0, count * THUMB_BYTES),
  };
}
