import type { CompositionFeatures } from '@keyart/contracts';
import type { DecodedPicture } from '../decoded-picture';
import type { FeatureField, PictureExtractor } from '../picture-extractor';
import { ANALYSIS_SIZE_PX } from '../pixels/analysis-size';
import { toOklab } from '../pixels/oklab';
import { calmGrid } from './calm-grid';
import { mirrorSymmetry } from './mirror-symmetry';
import { saliencyCentroid } from './saliency-centroid';
import { saliencyMap } from './saliency-map';
import { thirdsDistance } from './thirds-distance';
import { titleArea } from './title-area';

const FRACTION = { unit: 'fraction', range: [0, 1] } as const;

/** How a picture is laid out; read from a copy of 128 px, formulas beside each measure. */
export class CompositionExtractor implements PictureExtractor<CompositionFeatures> {
  readonly name = 'composition';
  readonly version = '1';
  readonly fields: readonly FeatureField[] = [
    { name: 'saliencyCentroid', ...FRACTION },
    { name: 'thirdsDistanceFraction', ...FRACTION },
    { name: 'symmetryFraction', ...FRACTION },
    { name: 'negativeSpaceFraction', ...FRACTION },
    { name: 'titleArea', ...FRACTION },
  ];

  async extract(picture: DecodedPicture): Promise<CompositionFeatures> {
    const pixels = toOklab(await picture.rgb(ANALYSIS_SIZE_PX));
    const saliency = saliencyMap(pixels);
    const centroid = saliencyCentroid(saliency, pixels);
    const calm = calmGrid(pixels, saliency);
    return {
      saliencyCentroid: centroid,
      thirdsDistanceFraction: thirdsDistance(centroid, picture),
      symmetryFraction: mirrorSymmetry(pixels),
      negativeSpaceFraction: calm.cells.reduce((sum, cell) => sum + cell, 0) / calm.cells.length,
      titleArea: titleArea(calm),
    };
  }
}
