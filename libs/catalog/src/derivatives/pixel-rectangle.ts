import type { PictureBox } from '@keyart/contracts';

/** Absorbs what a fraction times a size misses a whole pixel by. */
const ROUNDING_PX = 1e-6;

/** A part of a picture in whole pixels, from its top left corner. */
export interface PixelRectangle {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** How large a picture, or a part of it, is. */
export type PixelSize = Pick<PixelRectangle, 'widthPx' | 'heightPx'>;

/** The fewest pixels that hold a box of a picture of that size; never outside the picture. */
export function pixelsOfBox({ x, y, width, height }: PictureBox, picture: PixelSize): PixelRectangle {
  const leftPx = firstPx(x * picture.widthPx);
  const topPx = firstPx(y * picture.heightPx);
  const rightPx = lastPx((x + width) * picture.widthPx, picture.widthPx);
  const bottomPx = lastPx((y + height) * picture.heightPx, picture.heightPx);
  return { leftPx, topPx, widthPx: rightPx - leftPx, heightPx: bottomPx - topPx };
}

/** The smallest rectangle around both. */
export function around(a: PixelRectangle, b: PixelRectangle): PixelRectangle {
  const leftPx = Math.min(a.leftPx, b.leftPx);
  const topPx = Math.min(a.topPx, b.topPx);
  const widthPx = Math.max(a.leftPx + a.widthPx, b.leftPx + b.widthPx) - leftPx;
  const heightPx = Math.max(a.topPx + a.heightPx, b.topPx + b.heightPx) - topPx;
  return { leftPx, topPx, widthPx, heightPx };
}

/** Whether the inner one lies in the outer one, edges included. */
export function holds(outer: PixelRectangle, inner: PixelRectangle): boolean {
  const { widthPx, heightPx } = around(outer, inner);
  return widthPx === outer.widthPx && heightPx === outer.heightPx;
}

/** Whether the inner size is nowhere larger. */
export function fits(inner: PixelSize, outer: PixelSize): boolean {
  return inner.widthPx <= outer.widthPx && inner.heightPx <= outer.heightPx;
}

/** Whether they share a pixel. */
export function overlap(a: PixelRectangle, b: PixelRectangle): boolean {
  const { widthPx, heightPx } = around(a, b);
  return widthPx < a.widthPx + b.widthPx && heightPx < a.heightPx + b.heightPx;
}

function firstPx(px: number): number {
  return Math.max(0, Math.floor(px + ROUNDING_PX));
}

function lastPx(px: number, sizePx: number): number {
  return Math.min(sizePx, Math.ceil(px - ROUNDING_PX));
}
