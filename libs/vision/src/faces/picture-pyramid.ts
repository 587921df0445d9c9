import type { RawPixels } from '../decoded-picture';

/** Levels end before the shorter side gets shorter than this. */
const LEAST_SIDE_PX = 32;
/** A level slightly coarser than wanted is sharp enough. */
const LEAST_PX_PER_SAMPLE = 0.9;

/**
 * A picture and its halves, quarters …, each pixel the mean of four, so that a crop of any size is read from a level about as fine
 * as it needs (Williams, Pyramidal Parametrics, SIGGRAPH 1983). BlazeFace was trained on pictures scaled as softly: from sharper scaling
 * it misses painted faces.
 */
export class PicturePyramid {
  private readonly levels: RawPixels[];

  /** @param picture three channels */
  constructor(picture: RawPixels) {
    this.levels = [picture];
    for (let level = picture; shorterSide(level) >= 2 * LEAST_SIDE_PX; this.levels.push(level))
      level = halved(level);
  }

  /** The picture. */
  get base(): RawPixels {
    return this.levels[0];
  }

  /**
   * The coarsest level that still has about a pixel for each sample.
   * @param stepPx between samples, in pixels of the picture
   * @returns with the size of its pixels in pixels of the picture: 1, 2, 4 …
   */
  levelFor(stepPx: number): { readonly pixels: RawPixels; readonly pixelSizePx: number } {
    const wanted = Math.floor(Math.log2(stepPx / LEAST_PX_PER_SAMPLE));
    const index = Math.min(Math.max(0, wanted), this.levels.length - 1);
    return { pixels: this.levels[index], pixelSizePx: 2 ** index };
  }
}

function shorterSide({ widthPx, heightPx }: RawPixels): number {
  return Math.min(widthPx, heightPx);
}

function halved({ widthPx, heightPx, data }: RawPixels): RawPixels {
  const width = widthPx >> 1;
  const height = heightPx >> 1;
  const rowLength = 3 * widthPx;
  const half = new Uint8Array(3 * width * height);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0, from = 2 * y * rowLength; x < width; x++, from += 6) {
      for (let i = from; i < from + 3; i++, to++)
        half[to] = (data[i] + data[i + 3] + data[i + rowLength] + data[i + rowLength + 3] + 2) >> 2;
    }
  }
  return { widthPx: width, heightPx: height, channelCount: 3, data: half };
}
