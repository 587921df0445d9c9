import type { RawPixels } from '../decoded-picture';

/** .299, .587 and .114 of 2^16; they sum to 2^16, so that grey stays what it is. */
const RED = 19595;
const GREEN = 38470;
const BLUE = 7471;
const HALF = 2 ** 15;

/** Luma Y' of ITU-R BT.601, full range, rounded. */
export function toLuma({ widthPx, heightPx, data }: RawPixels): RawPixels {
  const luma = new Uint8Array(widthPx * heightPx);
  for (let i = 0, at = 0; i < luma.length; i++, at += 3) {
    luma[i] = (RED * data[at] + GREEN * data[at + 1] + BLUE * data[at + 2] + HALF) >> 16;
  }
  return { widthPx, heightPx, channelCount: 1, data: luma };
}
