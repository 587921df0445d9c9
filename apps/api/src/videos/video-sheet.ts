import type { FramePromotion, VideoFrame } from '@keyart/contracts';
import type { EngagedVideo } from './analysed-videos';

/** A frame with its small picture. */
export interface SheetFrame extends VideoFrame {
  /** A data URI: the picture's own address needs a key. */
  readonly src: string;
  readonly promotions: readonly FramePromotion[];
}

/** A contact sheet. */
export interface VideoSheet extends EngagedVideo {
  readonly frames: readonly SheetFrame[];
}
