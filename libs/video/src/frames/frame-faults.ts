import type { FrameFault } from '@keyart/contracts';
import type { FrameLook } from './frame-look';

const DARK = { exposureFraction: 0.13, darkFraction: 0.6 };
/** A picture blurred by σ = 2 px has about .1, see `sharpnessFraction` in `libs/vision`. */
const LEAST_SHARPNESS = 0.14;
const LEAST_CONTRAST = 0.06;
/** A sign in the street is no lettering; a line of a title is. */
const MOST_LETTERING = 0.012;

/** What speaks against a frame as artwork, by what was seen on it. */
export function frameFaults(look: FrameLook): FrameFault[] {
  const { quality, letteringFraction } = look;
  const isDark = quality.exposureFraction < DARK.exposureFraction && quality.darkFraction > DARK.darkFraction;
  const found: readonly [FrameFault, boolean][] = [
    ['dark', isDark],
    ['flat', quality.contrastFraction < LEAST_CONTRAST],
    ['lettering', look.isCredits || letteringFraction > MOST_LETTERING],
    ['blurred', quality.sharpnessFraction < LEAST_SHARPNESS],
    ['interlaced', look.isCombed],
  ];
  return found.flatMap(([fault, isFound]) => (isFound ? [fault] : []));
}
