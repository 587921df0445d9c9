import type { QualityFeatures } from '@keyart/contracts';
import { WORKING_SIZE_PX } from '../decode/decode-picture';
import type { DecodedPicture } from '../decoded-picture';
import type { FeatureField, PictureExtractor } from '../picture-extractor';
import { blockinessRatio } from './blockiness-ratio';
import { noiseLevels } from './noise-levels';
import { originalCrop } from './original-crop';
import { sharpnessFraction } from './sharpness-fraction';
import { toneStatistics } from './tone-statistics';

const FRACTION = { unit: 'fraction', range: [0, 1] } as const;
const POSITIVE = [0, Infinity] as const;

/**
 * How well the file was made. Sharpness, tones and noise are of the working copy, what a viewer is shown at most: grain of a larger
 * picture counts as far as scaling leaves it. Blockiness is of the original pixels. Formulas beside each measure.
 */
export class QualityExtractor implements PictureExtractor<QualityFeatures> {
  readonly name = 'quality';
  readonly version = '1';
  readonly fields: readonly FeatureField[] = [
    { name: 'widthPx', unit: 'px', range: [1, Infinity] },
    { name: 'heightPx', unit: 'px', range: [1, Infinity] },
    { name: 'sharpnessFraction', ...FRACTION },
    { name: 'exposureFraction', ...FRACTION },
    { name: 'darkFraction', ...FRACTION },
    { name: 'brightFraction', ...FRACTION },
    { name: 'contrastFraction', ...FRACTION },
    { name: 'noiseLevels', unit: 'levels', range: POSITIVE },
    { name: 'blockinessRatio', unit: 'ratio', range: POSITIVE },
    { name: 'bitsPerPixel', unit: 'bits', range: POSITIVE },
  ];

  async extract(picture: DecodedPicture): Promise<QualityFeatures> {
    const { widthPx, heightPx, bytes } = picture;
    const luma = await picture.luma(WORKING_SIZE_PX);
    const noise = noiseLevels(luma);
    return {
      widthPx,
      heightPx,
      sharpnessFraction: sharpnessFraction(luma, noise),
      ...toneStatistics(luma),
      noiseLevels: noise,
      blockinessRatio: blockinessRatio(await originalCrop(picture)),
      bitsPerPixel: (bytes.length * 8) / (widthPx * heightPx),
    };
  }
}
