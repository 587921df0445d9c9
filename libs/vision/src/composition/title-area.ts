import type { PictureBox } from '@keyart/contracts';
import type { CalmGrid } from './calm-grid';

/** A title narrower or flatter cannot be read on a small card. */
const LEAST_WIDTH_FRACTION = 0.3;
const LEAST_HEIGHT_FRACTION = 0.1;

interface Run {
  readonly start: number;
  readonly length: number;
}

/**
 * The largest rectangle of calm cells that a title can stand in: at least 30% of the width, 10% of the height.
 * @returns fractions of the picture; of equal ones the highest, then the leftmost; null where there is none
 */
export function titleArea(grid: CalmGrid): PictureBox | null {
  const { columnCount, rowCount } = grid;
  const depths = calmDepths(grid);
  let best: PictureBox | null = null;
  for (let top = 0; top < rowCount; top++) {
    const row = depths.subarray(top * columnCount, (top + 1) * columnCount);
    for (let height = Math.ceil(LEAST_HEIGHT_FRACTION * rowCount); top + height <= rowCount; height++) {
      const { start, length } = longestRun(row, height);
      if (length < LEAST_WIDTH_FRACTION * columnCount) break;
      if (best !== null && length * height <= best.width * best.height) continue;
      best = { x: start, y: top, width: length, height };
    }
  }
  return best && toFractions(best, grid);
}

/** For each cell, how many calm ones lie below one another from there on. */
function calmDepths({ columnCount, cells }: CalmGrid): Uint16Array {
  const depths = Uint16Array.from(cells);
  for (let at = cells.length - columnCount - 1; at >= 0; at--) {
    if (cells[at]) depths[at] += depths[at + columnCount];
  }
  return depths;
}

/** Longest stretch of columns that are at least so deep. */
function longestRun(depths: Uint16Array, depth: number): Run {
  let longest: Run = { start: 0, length: 0 };
  let start = 0;
  for (let column = 0; column < depths.length; column++) {
    if (depths[column] < depth) start = column + 1;
    else if (column + 1 - start > longest.length) longest = { start, length: column + 1 - start };
  }
  return longest;
}

function toFractions({ x, y, width, height }: PictureBox, { columnCount, rowCount }: CalmGrid): PictureBox {
  return {
    x: x / columnCount,
    y: y / rowCount,
    width: width / columnCount,
    height: height / rowCount,
  };
}
