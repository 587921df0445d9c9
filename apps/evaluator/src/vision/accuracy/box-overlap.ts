import type { PictureBox, PicturePoint } from '@keyart/contracts';

type Side = readonly [from: number, length: number];

function shared([a, aLength]: Side, [b, bLength]: Side): number {
  return Math.max(0, Math.min(a + aLength, b + bLength) - Math.max(a, b));
}

/** Intersection over union of two boxes, in [0, 1]. */
export function overlapOf(a: PictureBox, b: PictureBox): number {
  const intersection = shared([a.x, a.width], [b.x, b.width]) * shared([a.y, a.height], [b.y, b.height]);
  const union = a.width * a.height + b.width * b.height - intersection;
  return union > 0 ? intersection / union : 0;
}

/** The middle of a box. */
export function centreOf({ x, y, width, height }: PictureBox): PicturePoint {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Whether a point lies in a box, border included. */
export function isWithin({ x, y }: PicturePoint, box: PictureBox): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
