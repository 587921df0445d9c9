import { besideFraction, type PixelBox } from './text-box';

/** Boxes that share so much of their height are in one row. */
const LEAST_BESIDE = 0.5;

/** Rows from the top; in a row from the left. */
export function inReadingOrder<Box extends PixelBox>(boxes: readonly Box[]): Box[] {
  const rows: Box[][] = [];
  for (const box of [...boxes].sort((one, other) => one.top - other.top)) {
    const row = rows.at(-1);
    if (row && besideFraction(row[0], box) >= LEAST_BESIDE) row.push(box);
    else rows.push([box]);
  }
  return rows.flatMap((row) => row.sort((one, other) => one.left - other.left));
}
