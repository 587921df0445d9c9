import type { OklabPixels } from '../pixels/oklab';
import { SummedArea } from '../pixels/summed-area';
import type { Tile } from '../pixels/tiles';

/** OKLab's chroma spans a third of its lightness; in the CIELAB of the paper the two span about the same. */
const CHROMA_WEIGHT = 2;
/** Each place is averaged over a box, against noise. */
const BLUR_RADIUS_PX = 2;

interface Plane {
  readonly area: SummedArea;
  readonly weight: number;
}

/**
 * What draws the eye: how far the colour of each place is from the mean colour of the largest rectangle centred there. Things come
 * out whole, and what reaches the border comes out dark.
 * @param pixels a copy of some 128 px
 * @returns `[heightPx · widthPx]`, distance in OKLab with chroma doubled, ≥ 0; 0 throughout for a flat picture
 * @see Achanta & Süsstrunk, Saliency detection using maximum symmetric surround, ICIP 2010
 */
export function saliencyMap(pixels: OklabPixels): Float32Array {
  const { widthPx, heightPx, lightness, greenRed, blueYellow } = pixels;
  const planes: Plane[] = [
    { area: new SummedArea(lightness, widthPx), weight: 1 },
    { area: new SummedArea(greenRed, widthPx), weight: CHROMA_WEIGHT },
    { area: new SummedArea(blueYellow, widthPx), weight: CHROMA_WEIGHT },
  ];
  const map = new Float32Array(widthPx * heightPx);
  for (let y = 0, at = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++, at++) {
      map[at] = distance(planes, nearby(x, y, pixels), largestAround(x, y, pixels));
    }
  }
  return map;
}

function distance(planes: readonly Plane[], one: Tile, other: Tile): number {
  let squares = 0;
  for (const { area, weight } of planes) squares += (weight * (area.mean(one) - area.mean(other))) ** 2;
  return Math.sqrt(squares);
}

function nearby(x: number, y: number, { widthPx, heightPx }: OklabPixels): Tile {
  return {
    left: Math.max(0, x - BLUR_RADIUS_PX),
    top: Math.max(0, y - BLUR_RADIUS_PX),
    right: Math.min(widthPx, x + BLUR_RADIUS_PX + 1),
    bottom: Math.min(heightPx, y + BLUR_RADIUS_PX + 1),
  };
}

function largestAround(x: number, y: number, { widthPx, heightPx }: OklabPixels): Tile {
  const across = Math.min(x, widthPx - 1 - x);
  const down = Math.min(y, heightPx - 1 - y);
  return { left: x - across, top: y - down, right: x + across + 1, bottom: y + down + 1 };
}
