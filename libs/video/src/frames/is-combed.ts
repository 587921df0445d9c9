import type { RawPixels } from '@keyart/vision';

/** Levels; lines that differ by less may be texture. */
const LEAST_STEP = 14;
/** Of the pixels. */
const LEAST_COMBED_FRACTION = 0.02;

/**
 * Whether lines alternate between two moments: a pixel far from both its neighbours above and below, which are alike, while two
 * lines on it is alike again. Fine level stripes do that too, but seldom over a fiftieth of a picture.
 * @param luma one channel, in the video's own height
 */
export function isCombed({ widthPx, heightPx, data }: RawPixels): boolean {
  let combed = 0;
  for (let y = 2; y < heightPx - 2; y++) {
    for (let at = y * widthPx; at < (y + 1) * widthPx; at++) {
      const [above, below] = [data[at] - data[at - widthPx], data[at] - data[at + widthPx]];
      const isTooth = Math.min(Math.abs(above), Math.abs(below)) >= LEAST_STEP && above * below > 0;
      if (!isTooth) continue;
      const again = Math.max(
        Math.abs(data[at] - data[at - 2 * widthPx]),
        Math.abs(data[at] - data[at + 2 * widthPx]),
      );
      if (again < LEAST_STEP) combed++;
    }
  }
  return combed / (widthPx * heightPx) >= LEAST_COMBED_FRACTION;
}
