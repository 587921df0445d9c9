import type { ColourFeatures } from '@keyart/contracts';
import type { DecodedPicture } from '../decoded-picture';
import type { FeatureField, PictureExtractor } from '../picture-extractor';
import { ANALYSIS_SIZE_PX } from '../pixels/analysis-size';
import { toOklab } from '../pixels/oklab';
import { colourfulness } from './colourfulness';
import { hueStatistics } from './hue-statistics';
import { paletteOf } from './palette';
import { warmth } from './warmth';

/** What colours a picture has; read from a copy of 128 px, formulas beside each measure. */
export class ColourExtractor implements PictureExtractor<ColourFeatures> {
  readonly name = 'colour';
  readonly version = '1';
  readonly fields: readonly FeatureField[] = [
    { name: 'palette', unit: 'fraction', range: [0, 1] },
    { name: 'colourfulness', unit: 'levels', range: [0, Infinity] },
    { name: 'saturationFraction', unit: 'fraction', range: [0, 1] },
    { name: 'warmth', unit: 'ratio', range: [-1, 1] },
    { name: 'dominantHueDegrees', unit: 'degrees', range: [0, 360] },
  ];

  async extract(picture: DecodedPicture): Promise<ColourFeatures> {
    const pixels = await picture.rgb(ANALYSIS_SIZE_PX);
    const oklab = toOklab(pixels);
    return {
      palette: paletteOf(oklab),
      colourfulness: colourfulness(pixels),
      ...hueStatistics(pixels),
      warmth: warmth(oklab),
    };
  }
}
