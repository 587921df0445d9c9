import type { PicturePoint } from '@keyart/contracts';

/** Width and height in any unit. */
interface Shape {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * From a point to the nearest of the four crossings of lines of thirds.
 * @returns by the picture's diagonal; 0: on a crossing, .47: in a corner
 */
export function thirdsDistance({ x, y }: PicturePoint, { widthPx, heightPx }: Shape): number {
  const across = distanceToThird(x) * widthPx;
  const down = distanceToThird(y) * heightPx;
  return Math.hypot(across, down) / Math.hypot(widthPx, heightPx);
}

function distanceToThird(fraction: number): number {
  return Math.min(Math.abs(fraction - 1 / 3), Math.abs(fraction - 2 / 3));
}
