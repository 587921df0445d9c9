import type { FacesFeatures, ShotScale } from '@keyart/contracts';

/** Of `shotScaleOf`, as in `PictureFeatures.versions`. */
export const SHOT_SCALE_VERSION = '1';

/**
 * A face, hairline to chin, is about a tenth of a standing person. A figure cut at the chest, three tenths below the crown, that fills the
 * picture from top to bottom has a face of a third of its height; with the usual room above the head a little less.
 */
const CLOSE_UP_FACE_FRACTION = 0.3;
/** A figure that is seen whole has a face of a tenth at most; cut below the knees it has some more. */
const MEDIUM_FACE_FRACTION = 0.11;

/**
 * How much of a person fills the picture, by the tallest face. Persons whose face is not seen (from behind, silhouettes) count as none:
 * on the fixtures 61 of 84 pictures come out as a person would say, 12 of the others show such persons.
 */
export function shotScaleOf({ tallestFraction }: FacesFeatures): ShotScale {
  if (tallestFraction >= CLOSE_UP_FACE_FRACTION) return 'close-up';
  if (tallestFraction >= MEDIUM_FACE_FRACTION) return 'medium';
  return tallestFraction > 0 ? 'wide' : 'no-person';
}
