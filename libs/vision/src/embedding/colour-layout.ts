import { cellMeans } from '../pixels/cell-means';
import type { OklabPixels } from '../pixels/oklab';

const GRID = 6;
/** Colours are told from mid grey, so that light and dark places point apart. */
const MID_LIGHTNESS = 0.5;
/** OKLab's chroma spans a third of its lightness. */
const CHROMA_WEIGHT = 2;

/** Numbers of a colour layout. */
export const COLOUR_LAYOUT_LENGTH = 3 * GRID * GRID;

/**
 * Where which colours are: mean OKLab colour of each cell of a 6 × 6 grid.
 * @returns `[3 · 36]`: lightness less .5, then twice the chroma axes
 * @see MPEG-7 colour layout descriptor (ISO/IEC 15938-3), of which this is the grid before its transform
 */
export function colourLayout({ widthPx, heightPx, lightness, greenRed, blueYellow }: OklabPixels): number[] {
  const grid = (values: Float32Array) => [
    ...cellMeans({ values, width: widthPx, height: heightPx }, GRID, GRID),
  ];
  return [
    ...grid(lightness).map((value) => value - MID_LIGHTNESS),
    ...grid(greenRed).map((value) => CHROMA_WEIGHT * value),
    ...grid(blueYellow).map((value) => CHROMA_WEIGHT * value),
  ];
}
