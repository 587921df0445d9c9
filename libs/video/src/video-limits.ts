/** What a video may cost. */
export interface VideoLimits {
  /** Size of the file. */
  readonly maxBytes: number;
  readonly maxDurationMs: number;
  /** Of one frame. */
  readonly maxPixelCount: number;
  /** Of the whole video; some 330 bytes of memory each. */
  readonly maxFrameCount: number;
  /** Time of one run of ffmpeg by the clock. */
  readonly maxWallMs: number;
  /** Processor time of one run of ffmpeg, all threads together. */
  readonly maxCpuMs: number;
  /** Resident memory of ffmpeg. */
  readonly maxMemoryBytes: number;
  /** Threads that ffmpeg decodes and filters with. */
  readonly threadCount: number;
}

const MINUTE_MS = 60_000;
const GIBIBYTE = 2 ** 30;

/**
 * Room for a feature film in 4K, decoded at half its speed; 8K frames pass (7680 × 4320) and are scaled down as they are decoded.
 */
export const DEFAULT_VIDEO_LIMITS: VideoLimits = {
  maxBytes: 64 * GIBIBYTE,
  maxDurationMs: 240 * MINUTE_MS,
  maxPixelCount: 7680 * 4320,
  maxFrameCount: 400_000,
  maxWallMs: 120 * MINUTE_MS,
  maxCpuMs: 240 * MINUTE_MS,
  maxMemoryBytes: 3 * GIBIBYTE,
  threadCount: 2,
};
