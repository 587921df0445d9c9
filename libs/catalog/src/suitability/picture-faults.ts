import type { PictureFault, QualityFeatures } from '@keyart/contracts';

/** A television's smallest slot is some 300 px high and its cards some 530 wide; below that a picture is only ever enlarged. */
const LEAST_SHORT_SIDE_PX = 300;
const LEAST_LONG_SIDE_PX = 480;
/** Of the 84 fixture pictures the softest has .31; the same pictures enlarged three times have some .20, blurred by 2 px .10 and more. */
const LEAST_SHARPNESS_FRACTION = 0.15;
/** Root-mean-square contrast of a fade or a blank card. */
const LEAST_CONTRAST_FRACTION = 0.03;

/** What speaks against showing the picture anywhere, whatever its title. */
export function pictureFaults(quality: QualityFeatures): PictureFault[] {
  const { widthPx, heightPx, sharpnessFraction, contrastFraction } = quality;
  const [shortSidePx, longSidePx] = [widthPx, heightPx].sort((a, b) => a - b);
  const faults: PictureFault[] = [];
  if (shortSidePx < LEAST_SHORT_SIDE_PX || longSidePx < LEAST_LONG_SIDE_PX) faults.push('too-small');
  if (contrastFraction < LEAST_CONTRAST_FRACTION) faults.push('blank');
  else if (sharpnessFraction < LEAST_SHARPNESS_FRACTION) faults.push('blurred');
  return faults;
}
