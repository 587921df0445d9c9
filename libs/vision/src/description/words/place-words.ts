import type { PictureBox, PicturePoint } from '@keyart/contracts';

const THIRDS = [1 / 3, 2 / 3] as const;

/** Where on a picture a point lies, by thirds: `on the left`, `in the middle`, `at the top right`. */
export function placeWords({ x, y }: PicturePoint): string {
  const column = third(x, ['left', '', 'right']);
  const row = third(y, ['top', '', 'bottom']);
  if (row) return `at the ${row}${column && ` ${column}`}`;
  return column ? `on the ${column}` : 'in the middle';
}

/** The middle of a box. */
export function centreOf({ x, y, width, height }: PictureBox): PicturePoint {
  return { x: x + width / 2, y: y + height / 2 };
}

function third(value: number, [low, middle, high]: readonly [string, string, string]): string {
  if (value < THIRDS[0]) return low;
  return value > THIRDS[1] ? high : middle;
}
