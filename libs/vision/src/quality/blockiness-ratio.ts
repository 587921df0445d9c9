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
  const { widthPx, heightPx } = luma;
  if (Math.min(widthPx, heightPx) < LEAST_BLOCKS * BLOCK_PX) return 1;
  return (borderRatio(stepsAcross(luma)) + borderRatio(stepsDown(luma))) / 2;
}

/** Mean step, by the place of the step in the grid. */
type StepsByPlace = Float64Array;

function stepsAcross({ widthPx, heightPx, data }: RawPixels): StepsByPlace {
  const steps = new Float64Array(BLOCK_PX);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 1, at = y * widthPx + 1; x < widthPx; x++, at++) {
      steps[x % BLOCK_PX] += Math.min(HIGHEST_STEP_LEVELS, Math.abs(data[at] - data[at - 1]));
    }
  }
  return meanSteps(steps, widthPx, heightPx);
}

function stepsDown({ widthPx, heightPx, data }: RawPixels): StepsByPlace {
  const steps = new Float64Array(BLOCK_PX);
  for (let y = 1; y < heightPx; y++) {
    let row = 0;
    for (let x = 0, at = y * widthPx; x < widthPx; x++, at++) {
      row += Math.min(HIGHEST_STEP_LEVELS, Math.abs(data[at] - data[at - widthPx]));
    }
    steps[y % BLOCK_PX] += row;
  }
  return meanSteps(steps, heightPx, widthPx);
}

function meanSteps(sums: StepsByPlace, lengthPx: number, lineCount: number): StepsByPlace {
  return sums.map((sum, place) => {
    const first = place === 0 ? BLOCK_PX : place;
    return sum / (lineCount * (Math.floor((lengthPx - 1 - first) / BLOCK_PX) + 1));
  });
}

function borderRatio(steps: StepsByPlace): number {
  const border = Math.max(...steps);
  const elsewhere = (steps.reduce((sum, step) => sum + step, 0) - border) / (BLOCK_PX - 1);
  return (border + FLOOR_LEVELS) / (elsewhere + FLOOR_LEVELS);
}
