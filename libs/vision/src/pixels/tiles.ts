import type { RawPixels } from '../decoded-picture';

/** A rectangle of pixels; right and bottom are left out. */
export interface Tile {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Cuts a picture's inside (all but its outermost pixels, so that each has eight neighbours) into tiles of about equal size.
 * @returns row by row; none for a picture without an inside
 */
export function innerTiles({ widthPx, heightPx }: RawPixels, tilePx: number): Tile[] {
  const columns = innerRanges(widthPx, tilePx);
  return innerRanges(heightPx, tilePx).flatMap(([top, bottom]) =>
    columns.map(([left, right]) => ({ left, top, right, bottom })),
  );
}

function innerRanges(lengthPx: number, tilePx: number): [from: number, to: number][] {
  const inside = lengthPx - 2;
  if (inside < 1) return [];
  const count = Math.max(1, Math.floor(inside / tilePx));
  const edgeAt = (i: number) => 1 + Math.round((i * inside) / count);
  return Array.from({ length: count }, (_, i) => [edgeAt(i), edgeAt(i + 1)]);
}
