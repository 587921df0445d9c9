import type { RawPixels } from '@keyart/vision';

/** How the picture of a shot moves. */
export const MOTIONS = ['still', 'pan', 'tilt', 'shake', 'walk', 'held'] as const;

/**
 * `pan`, `tilt`: the camera travels; `shake`: it is held by hand; `walk`: something crosses the picture; `held`: as drawn films do,
 * it moves only every third frame.
 */
export type Motion = (typeof MOTIONS)[number];

/** A shot to be made: a plate, larger than the frame, and what the camera does. */
export interface ShotScript {
  readonly plate: RawPixels;
  readonly frameCount: number;
  readonly motion: Motion;
  /** Pixels a frame, for motions that travel. */
  readonly speedPx: number;
}

/** How one shot gives way to the next. */
export type JoinScript =
  | { readonly kind: 'cut' }
  | { readonly kind: 'dissolve'; readonly frameCount: number }
  | {
      readonly kind: 'fade';
      readonly outCount: number;
      readonly blankCount: number;
      readonly inCount: number;
      /** 0: through black, 255: through white. */
      readonly level: 0 | 255;
    };

/** A clip to be made. */
export interface ClipScript {
  readonly name: string;
  readonly seed: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly frameRate: number;
  readonly shots: readonly ShotScript[];
  /** Between shots, `[shots.length − 1]`. */
  readonly joins: readonly JoinScript[];
  /** Frames, by their place in the clip, at which a light flashes. */
  readonly flashes: readonly number[];
  /** Height of a black bar above and below, as a share; 0: none. */
  readonly barFraction: number;
}

/** A stretch of frames, [from, to). */
export interface FrameSpan {
  readonly from: number;
  readonly to: number;
}

/** What is known of a clip because it was made so. */
export interface ClipTruth {
  readonly frameCount: number;
  /** First frame after each hard cut. */
  readonly cuts: readonly number[];
  /** Fades through black or white, ramps and all. */
  readonly fades: readonly FrameSpan[];
  readonly dissolves: readonly FrameSpan[];
  /** Where each shot is seen, `[shots.length]`. */
  readonly shots: readonly FrameSpan[];
}
