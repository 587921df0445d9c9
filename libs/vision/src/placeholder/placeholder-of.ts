import { paletteOf } from '../colour/palette';
import type { DecodedPicture, RawPixels } from '../decoded-picture';
import { ANALYSIS_SIZE_PX } from '../pixels/analysis-size';
import { cellMeans } from '../pixels/cell-means';
import { toOklab } from '../pixels/oklab';
import { LIGHT_OF_LEVEL } from '../pixels/srgb';
import { encodeBlurhash } from './encode-blurhash';

/** Cells a side: plenty for four waves. The hash knows nothing of a picture's shape. */
const GRID = 16;
const LONG_SIDE_WAVES = 4;
const SHORT_SIDE_WAVES = 3;

/** What a page shows until a picture has come. */
export interface PicturePlaceholder {
  /** 28 characters, drawn by any decoder of https://blurha.sh; 4 waves along the longer side, 3 along the shorter. */
  readonly blurhash: string;
  /** First colour of the palette, `#rrggbb`. */
  readonly dominantColour: string;
}

/** Makes the placeholder of a picture. */
export async function placeholderOf(picture: DecodedPicture): Promise<PicturePlaceholder> {
  const pixels = await picture.rgb(ANALYSIS_SIZE_PX);
  const [dominant] = paletteOf(toOklab(pixels));
  return { blurhash: blurhashOf(pixels), dominantColour: dominant.hex };
}

function blurhashOf(pixels: RawPixels): string {
  const isWide = pixels.widthPx >= pixels.heightPx;
  return encodeBlurhash({
    planes: [0, 1, 2].map((channel) => lightOf(pixels, channel)),
    side: GRID,
    across: isWide ? LONG_SIDE_WAVES : SHORT_SIDE_WAVES,
    down: isWide ? SHORT_SIDE_WAVES : LONG_SIDE_WAVES,
  });
}

function lightOf({ widthPx, heightPx, data }: RawPixels, channel: number): Float64Array {
  const values = new Float64Array(widthPx * heightPx);
  for (let i = 0; i < values.length; i++) values[i] = LIGHT_OF_LEVEL[data[3 * i + channel]];
  return cellMeans({ values, width: widthPx, height: heightPx }, GRID, GRID);
}
