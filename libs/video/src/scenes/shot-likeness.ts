import { thumbDistance } from '../cuts/thumb-distance';
import type { ShotColours } from './shot-colours';

/** Levels at which two thumbnails no longer show one place. */
const FOREIGN_LEVELS = 30;

/**
 * How alike two shots look: by their colours, wherever they are, or by two frames that show the same, as when a conversation comes
 * back to a face.
 * @returns in [0, 1]
 * @see Swain & Ballard, Color indexing, IJCV 7(1), 1991 (histogram intersection)
 */
export function shotLikeness(one: ShotColours, other: ShotColours): number {
  const shared = one.histogram.reduce((sum, share, bin) => sum + Math.min(share, other.histogram[bin]), 0);
  const nearest = Math.min(...one.thumbs.flatMap((a) => other.thumbs.map((b) => thumbDistance(a, b))));
  return Math.max(shared, 1 - nearest / FOREIGN_LEVELS);
}
