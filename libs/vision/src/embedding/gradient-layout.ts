import type { OklabPixels } from '../pixels/oklab';

const GRID = 4;
/** Unsigned orientations, 20° each: light on dark is as good as dark on light. */
const ORIENTATION_COUNT = 9;

/** Numbers of a gradient layout. */
export const GRADIENT_LAYOUT_LENGTH = GRID * GRID * ORIENTATION_COUNT;

/**
 * Where edges run which way: gradient strength of lightness by orientation in each cell of a 4 × 4 grid, each gradient shared
 * between the two orientations next to it. Square roots, so that one strong edge does not speak for the picture.
 * @returns `[16 · 9]`, ≥ 0
 * @see Dalal & Triggs, Histograms of oriented gradients for human detection, CVPR 2005; roots as in Arandjelović & Zisserman, CVPR 2012
 */
export function gradientLayout({ widthPx, heightPx, lightness }: OklabPixels): number[] {
  const sums = new Float64Array(GRADIENT_LAYOUT_LENGTH);
  for (let y = 1; y < heightPx - 1; y++) {
    const row = Math.floor((y * GRID) / heightPx) * GRID;
    for (let x = 1, at = y * widthPx + 1; x < widthPx - 1; x++, at++) {
      const across = lightness[at + 1] - lightness[at - 1];
      const down = lightness[at + widthPx] - lightness[at - widthPx];
      const cell = row + Math.floor((x * GRID) / widthPx);
      addGradient(sums.subarray(cell * ORIENTATION_COUNT, (cell + 1) * ORIENTATION_COUNT), across, down);
    }
  }
  return Array.from(sums, (sum) => Math.sqrt(sum / (widthPx * heightPx)));
}

function addGradient(histogram: Float64Array, across: number, down: number): void {
  const strength = Math.sqrt(across * across + down * down);
  if (strength === 0) return;
  const turn = Math.atan2(down, across) / Math.PI;
  const place = (turn < 0 ? turn + 1 : turn) * ORIENTATION_COUNT;
  const lower = Math.floor(place);
  const share = place - lower;
  histogram[lower % ORIENTATION_COUNT] += strength * (1 - share);
  histogram[(lower + 1) % ORIENTATION_COUNT] += strength * share;
}
