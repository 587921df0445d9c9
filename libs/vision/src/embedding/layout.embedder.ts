import type { PictureEmbedding } from '@keyart/contracts';
import type { DecodedPicture } from '../decoded-picture';
import { ANALYSIS_SIZE_PX } from '../pixels/analysis-size';
import { toOklab } from '../pixels/oklab';
import { COLOUR_LAYOUT_LENGTH, colourLayout } from './colour-layout';
import { GRADIENT_LAYOUT_LENGTH, gradientLayout } from './gradient-layout';
import type { ImageEmbedder } from './image-embedder';

/** Blocks shorter than it are noise, and are not blown up to length 1. */
const SOFT_LENGTH = 0.1;
/** What remains of a flat mid grey picture, so that every vector has a direction. */
const CONSTANT = 0.1;

/**
 * Where which colours are and where edges run which way: two blocks of about equal weight (108 numbers of colour layout, 144 of gradient
 * layout, a constant). It needs no model file. Alike are pictures of like arrangement, not of like things.
 *
 * Cosines on the 84 fixture pictures: with themselves after JPEG at quality 20, WebP at 40, half size or 200 px ≥ .99; with 2% cut off
 * each side ≥ .93, median .997; pictures of different titles median .40, 95% below .75, at most .92; two frames of one shot .97.
 */
export class LayoutEmbedder implements ImageEmbedder {
  readonly model = 'layout/1';
  readonly dimensionCount = COLOUR_LAYOUT_LENGTH + GRADIENT_LAYOUT_LENGTH + 1;

  async embed(picture: DecodedPicture): Promise<PictureEmbedding> {
    const pixels = toOklab(await picture.rgb(ANALYSIS_SIZE_PX));
    const blocks = [
      softlyNormalised(colourLayout(pixels)),
      softlyNormalised(gradientLayout(pixels)),
      [CONSTANT],
    ];
    return { model: this.model, values: normalised(blocks.flat()) };
  }
}

function softlyNormalised(block: readonly number[]): number[] {
  const length = Math.hypot(Math.hypot(...block), SOFT_LENGTH);
  return block.map((value) => value / length);
}

function normalised(values: readonly number[]): number[] {
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}
