import type { RawPixels } from '../decoded-picture';
import { uprightView, type SquareView } from './square-view';

/** A face cut by one tile lies whole in the next when it is narrower than this part of the side. */
const LEAST_OVERLAP_FRACTION = 0.2;
/** Pictures rounder than 3:4 are cut into smaller tiles, or tiles would show nothing that the whole does not. */
const ROUNDEST_SHAPE = 3 / 4;
const SIDE_IN_ROUND_PICTURES = 2 / 3;
/** A panorama is not cut into more than a handful. */
const LEAST_SIDE_FRACTION = 1 / 4;

/**
 * Squares that a detector looks at one after the other: the whole picture, where large faces are found, and overlapping tiles that
 * show it enlarged 1.3 to 4 times, where small ones are. A 16:9 still and a 2:3 poster have two tiles.
 */
export function scanningViews({ widthPx, heightPx }: RawPixels): SquareView[] {
  const longer = Math.max(widthPx, heightPx);
  const whole = uprightView(widthPx / 2, heightPx / 2, longer);
  const side = tileSide(Math.min(widthPx, heightPx), longer);
  const columns = tileCentres(widthPx, side);
  const tiles = tileCentres(heightPx, side).flatMap((y) => columns.map((x) => uprightView(x, y, side)));
  return [whole, ...tiles];
}

function tileSide(shorter: number, longer: number): number {
  const side = shorter / longer <= ROUNDEST_SHAPE ? shorter : longer * SIDE_IN_ROUND_PICTURES;
  return Math.max(side, longer * LEAST_SIDE_FRACTION);
}

function tileCentres(length: number, side: number): number[] {
  if (length <= side) return [length / 2];
  const step = side * (1 - LEAST_OVERLAP_FRACTION);
  const gapCount = Math.ceil((length - side) / step);
  return Array.from({ length: gapCount + 1 }, (_, i) => side / 2 + ((length - side) * i) / gapCount);
}
