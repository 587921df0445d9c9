import type { QualityFeatures } from '@keyart/contracts';
import type { RawPixels } from '../decoded-picture';

/** Shadows and highlights in which a screen shows no detail. */
const DARK_BELOW = 26;
const BRIGHT_ABOVE = 229;
const WHITE = 255;

/** How light and dark are shared out. */
export type ToneStatistics = Pick<
  QualityFeatures,
  'exposureFraction' | 'darkFraction' | 'brightFraction' | 'contrastFraction'
>;

/**
 * Mean luma, shares below a tenth and above nine tenths of white, and root-mean-square contrast: the standard deviation of luma,
 * doubled, so that half black and half white is 1.
 * @param luma one channel
 * @returns four fractions, each in [0, 1]
 * @see Peli, Contrast in complex images, JOSA A 7(10), 1990
 */
export function toneStatistics({ data }: RawPixels): ToneStatistics {
  let [sum, squares, dark, bright] = [0, 0, 0, 0];
  for (const level of data) {
    sum += level;
    squares += level * level;
    if (level < DARK_BELOW) dark++;
    else if (level > BRIGHT_ABOVE) bright++;
  }
  const mean = sum / data.length;
  const deviation = Math.sqrt(Math.max(0, squares / data.length - mean ** 2));
  return {
    exposureFraction: mean / WHITE,
    darkFraction: dark / data.length,
    brightFraction: bright / data.length,
    contrastFraction: Math.min(1, (2 * deviation) / WHITE),
  };
}
