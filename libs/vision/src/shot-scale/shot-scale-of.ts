import type { FacesFeatures, ShotScale } from '@keyart/contracts';

/** Raise when a bound changes. */
export const SHOT_SCALE_VERSION = '2';

/**
 * A face is some seven tenths of the head's height, and film calls it a close-up when the head fills about two fifths of the frame
 * (shoulders and up); down to the knees a head is an eighth and more.
 */
const CLOSE_UP_FRACTION = 0.3;
const MEDIUM_FRACTION = 0.11;

/**
 * How much of a person fills the picture, by the height of the tallest face. Who is seen from behind only is not seen: such a picture
 * counts as without a person.
 */
export function shotScaleOf({
  faces,
  tallestFraction,
}: Pick<FacesFeatures, 'faces' | 'tallestFraction'>): ShotScale {
  if (faces.length === 0) return 'no-person';
  if (tallestFraction >= CLOSE_UP_FRACTION) return 'close-up';
  return tallestFraction >= MEDIUM_FRACTION ? 'medium' : 'wide';
}
