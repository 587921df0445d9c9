import type { RawPixels } from '../decoded-picture';

/** Side of the blocks that JPEG (and most video) transforms one by one. */
const BLOCK_PX = 8;
const LEAST_BLOCKS = 4;
/** Edges of things are higher than the steps between blocks, and would drown them. */
const HIGHEST_STEP_LEVELS = 16;
/** Keeps a flat picture at 1. */
const FLOOR_LEVELS = 0.05;

/**
 * Steps at the borders of 8 × 8 blocks against steps elsewhere, luma, at original resolution. The grid's place is looked for, since
 * cropping and turning move it: of the eight places the one with the highest steps, across and down apart, and their mean.
 * @param luma one channel, not scaled
 * @returns 1: no borders to be seen, or too small to tell
 * @see Wang, Sheikh & Bovik, No-reference perceptual quality assessment of JPEG compressed images, ICIP 2002 (B)
 */
export function blockinessRatio(luma: RawPixels): number {
  if (Math.min(luma.widthPx, luma.heightPx) < LEAST_BLOCKS * BLOCK_PX) return 1;
  const { across, down } = sumSteps(luma);
  const inColumns = meanSteps(across, luma.widthPx, luma.heightPx);
  const inRows = meanSteps(down, luma.heightPx, luma.widthPx);
  return (borderRatio(inColumns) + borderRatio(inRows)) / 2;
}

/** Steps from the neighbour to the left and above, summed by their place in the grid. */
function sumSteps({ widthPx, heightPx, data }: RawPixels): { across: Float64Array; down: Float64Array } {
  const across = new Float64Array(BLOCK_PX);
  const down = new Float64Array(BLOCK_PX);
  for (let y = 1; y < heightPx; y++) {
    let rowSum = 0;
    for (let x = 1, at = y * widthPx + 1; x < widthPx; x++, at++) {
      across[x % BLOCK_PX] += Math.min(HIGHEST_STEP_LEVELS, Math.abs(data[at] - data[at - 1]));
      rowSum += Math.min(HIGHEST_STEP_LEVELS, Math.abs(data[at] - data[at - widthPx]));
    }
    down[y % BLOCK_PX] += rowSum;
  }
  return { across, down };
}

/** Of `lengthPx - 1` steps a line, in one line less than there are. */
function meanSteps(sums: Float64Array, lengthPx: number, lineCount: number): Float64Array {
  return sums.map((sum, place) => {
    const first = place === 0 ? BLOCK_PX : place;
    const stepCount = Math.floor((lengthPx - 1 - first) / BLOCK_PX) + 1;
    return sum / (stepCount * (lineCount - 1));
  });
}

function borderRatio(steps: Float64Array): number {
  const border = Math.max(...steps);
  const elsewhere = (steps.reduce((sum, step) => sum + step, 0) - border) / (BLOCK_PX - 1);
  return (border + FLOOR_LEVELS) / (elsewhere + FLOOR_LEVELS);
}
