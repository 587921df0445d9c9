import type { OklabPixels } from '../pixels/oklab';
import { SummedArea } from '../pixels/summed-area';

const CELL_PX = 4;
/** OKLab distance between neighbouring pixels of a copy of 128 px: grain and soft light stay below, foliage and edges above. */
const CALM_STEP = 0.02;
/** Saliency from which even a flat area is a thing: a moon, a garment. */
const FIGURE_SALIENCY = 0.15;

/** Where nothing happens: square cells, row by row. */
export interface CalmGrid {
  readonly columnCount: number;
  readonly rowCount: number;
  /** 1: calm, `[rowCount · columnCount]`. */
  readonly cells: Uint8Array;
}

/**
 * Cells with neither detail (mean step of colour from pixel to pixel) nor something that draws the eye.
 * @param pixels a copy of some 128 px
 * @param saliency its map, `[heightPx · widthPx]`
 */
export function calmGrid(pixels: OklabPixels, saliency: Float32Array): CalmGrid {
  const { widthPx, heightPx } = pixels;
  const [columnCount, rowCount] = [cellCount(widthPx), cellCount(heightPx)];
  const steps = new SummedArea(stepMap(pixels), widthPx);
  const figures = new SummedArea(saliency, widthPx);
  const cells = new Uint8Array(columnCount * rowCount).map((_, i) => {
    const [column, row] = [i % columnCount, Math.floor(i / columnCount)];
    const tile = {
      left: Math.floor((column * widthPx) / columnCount),
      top: Math.floor((row * heightPx) / rowCount),
      right: Math.floor(((column + 1) * widthPx) / columnCount),
      bottom: Math.floor(((row + 1) * heightPx) / rowCount),
    };
    return Number(steps.mean(tile) < CALM_STEP && figures.mean(tile) < FIGURE_SALIENCY);
  });
  return { columnCount, rowCount, cells };
}

function cellCount(lengthPx: number): number {
  return Math.max(1, Math.floor(lengthPx / CELL_PX));
}

/** Distance of colour to the right and to the lower neighbour, the greater of the two. */
function stepMap({ widthPx, heightPx, lightness, greenRed, blueYellow }: OklabPixels): Float32Array {
  const distance = (one: number, other: number) =>
    Math.sqrt(
      (lightness[one] - lightness[other]) ** 2 +
        (greenRed[one] - greenRed[other]) ** 2 +
        (blueYellow[one] - blueYellow[other]) ** 2,
    );
  return new Float32Array(widthPx * heightPx).map((_, at) => {
    const right = at % widthPx < widthPx - 1 ? at + 1 : at;
    const below = at + widthPx < widthPx * heightPx ? at + widthPx : at;
    return Math.max(distance(at, right), distance(at, below));
  });
}
