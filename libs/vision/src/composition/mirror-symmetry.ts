import type { OklabPixels } from '../pixels/oklab';

/** Standard deviation of lightness below which there is nothing to be unlike. */
const LEAST_DEVIATION = 1e-3;

/**
 * Likeness of left and right: the correlation of lightness with its mirror image.
 * @param pixels a small copy, so that details need not match
 * @returns in [0, 1]; 1: mirrored, or flat; 0: unrelated, or opposite
 */
export function mirrorSymmetry({ widthPx, lightness }: OklabPixels): number {
  const mean = lightness.reduce((sum, value) => sum + value, 0) / lightness.length;
  let [alike, variance] = [0, 0];
  lightness.forEach((value, at) => {
    const x = at % widthPx;
    const mirrored = lightness[at - x + (widthPx - 1 - x)];
    alike += (value - mean) * (mirrored - mean);
    variance += (value - mean) ** 2;
  });
  if (variance <= lightness.length * LEAST_DEVIATION ** 2) return 1;
  return Math.max(0, alike / variance);
}
