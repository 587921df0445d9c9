import { CROP_ASPECT_PATTERN } from '@keyart/contracts';
import type { PixelSize } from './pixel-rectangle';

/** Width by height of e.g. `16:9`. @throws RangeError for what `CROP_ASPECT_PATTERN` does not match */
export function aspectRatioOf(aspect: string): number {
  const [, width, height] = CROP_ASPECT_PATTERN.exec(aspect) ?? [];
  if (!width) throw new RangeError(`${aspect} is no aspect`);
  return Number(width) / Number(height);
}

/** The largest size of that aspect within another: one side is the same, the other exact to half a pixel. */
export function largestWithin({ widthPx, heightPx }: PixelSize, ratio: number): PixelSize {
  if (widthPx > heightPx * ratio) return { widthPx: Math.min(widthPx, sidePx(heightPx * ratio)), heightPx };
  return { widthPx, heightPx: Math.min(heightPx, sidePx(widthPx / ratio)) };
}

/** Whole pixels, at least one. */
export function sidePx(px: number): number {
  return Math.max(1, Math.round(px));
}
