import type { ColourFeatures, PictureFeatures, QualityFeatures } from '@keyart/contracts';
import { listed } from '../listed';
import { colourWord, isNeutral } from './colour-words';

const DEEP_SHADOW_EXPOSURE = 0.15;
const DIM_EXPOSURE = 0.3;
const BRIGHT_EXPOSURE = 0.55;
/** A quarter of the fixtures have as much. */
const HARD_CONTRAST = 0.55;
/** A smaller part of the palette is an accent. */
const LEAST_COLOUR_FRACTION = 0.12;
const COLOUR_COUNT = 2;
/** Hasler & Süsstrunk's scale. */
const VIVID = 60;
const COLOURLESS = 8;

/** Light and colours as a phrase: `dim light in vivid red and black`. */
export function lightWords({ quality, colour }: PictureFeatures): string {
  return `${lightOf(quality)} in ${coloursOf(colour)}`;
}

function lightOf({ exposureFraction, contrastFraction }: QualityFeatures): string {
  if (exposureFraction < DEEP_SHADOW_EXPOSURE) return 'deep shadow';
  if (exposureFraction < DIM_EXPOSURE) return 'dim light';
  if (exposureFraction >= BRIGHT_EXPOSURE) return 'bright light';
  return contrastFraction >= HARD_CONTRAST ? 'hard light and shade' : 'even light';
}

function coloursOf({ palette, colourfulness }: ColourFeatures): string {
  if (colourfulness <= COLOURLESS) return 'black and white';
  const large = palette.filter(({ fraction }, i) => i === 0 || fraction >= LEAST_COLOUR_FRACTION);
  const names = [...new Set(large.map(({ hex }) => colourWord(hex)))];
  const hues = names.filter((name) => !isNeutral(name));
  if (colourfulness >= VIVID && hues.length > 0) return `vivid ${listed(hues.slice(0, COLOUR_COUNT))}`;
  return listed(names.slice(0, COLOUR_COUNT)) || 'mixed colours';
}
