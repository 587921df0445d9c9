import type { QualityFeatures } from '@keyart/contracts';
import type { RawPixels } from '../decoded-picture';

/** Shadows and highlights in which a screen shows no detail. */
const DARK_BELOW = 26;
const BRIGHT_ABOVE = 229;
const WHITE = 255;
const LEVEL_COUNT = 256;

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
  const counts = new Uint32Array(LEVEL_COUNT);
  for (let at = 0; at < data.length; at++) counts[data[at]]++;
  const meanOf = (valueOf: (level: number) => number) =>
    counts.reduce((sum, count, level) => sum + count * valueOf(level), 0) / data.length;
  const mean = meanOf((level) => level);
  const variance = meanOf((level) => (level - mean) ** 2);
  return {
    exposureFraction: mean / WHITE,
    darkFraction: meanOf((level) => Number(level < DARK_BELOW)),
    brightFraction: meanOf((level) => Number(level > BRIGHT_ABOVE)),
    contrastFraction: Math.min(1, (2 * Math.sqrt(variance)) / WHITE),
  };
}
