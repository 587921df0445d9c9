import type { FrameTone, VideoFrame } from '@keyart/contracts';
import { hashDistance } from '@keyart/vision';

/** What of a frame says how like another it is. */
export type ComparedFrame = Pick<VideoFrame, 'perceptualHash' | 'scene' | 'tone'>;

/** Bits that hashes of unlike pictures differ in. */
const UNLIKE_BITS = 32;
/** Between tones that have nothing in common: night and day, or amber and blue. */
const UNLIKE_TONES = 0.4;
const WEIGHTS = { outline: 0.4, scene: 0.3, tone: 0.3 };

/** How like two frames are: outlines, scene and tone, so that a choice covers the tones of a video. @returns in [0, 1] */
export function frameLikeness(one: ComparedFrame, other: ComparedFrame): number {
  const outline = Math.max(0, 1 - hashDistance(one.perceptualHash, other.perceptualHash) / UNLIKE_BITS);
  const tone = Math.max(0, 1 - toneDistance(one.tone, other.tone) / UNLIKE_TONES);
  const scene = one.scene === other.scene ? 1 : 0;
  return WEIGHTS.outline * outline + WEIGHTS.scene * scene + WEIGHTS.tone * tone;
}

function toneDistance(one: FrameTone, other: FrameTone): number {
  return Math.hypot(
    one.lumaFraction - other.lumaFraction,
    (one.warmth - other.warmth) / 2,
    one.saturationFraction - other.saturationFraction,
  );
}
