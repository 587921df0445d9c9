import type { VideoFrame } from '@keyart/contracts';
import { hashDistance } from '@keyart/vision';

/**
 * Frames whose hashes differ in at most so many of 64 bits show the same: two moments of one shot are some 8 apart, different
 * pictures hardly ever below 18 (see `NEAR_DUPLICATE_DISTANCE` in `libs/vision`, which is about copies of one picture).
 */
export const FRAME_DUPLICATE_DISTANCE = 12;

/** Whether two frames show the same. */
export function areNearDuplicates(
  one: Pick<VideoFrame, 'perceptualHash'>,
  other: Pick<VideoFrame, 'perceptualHash'>,
): boolean {
  return hashDistance(one.perceptualHash, other.perceptualHash) <= FRAME_DUPLICATE_DISTANCE;
}
