import type { PictureBox } from '@keyart/contracts';

/** A box given as fractions of a part of the frame, as fractions of the whole frame. @param part null: the whole */
export function boxWithin(part: PictureBox | null, { x, y, width, height }: PictureBox): PictureBox {
  if (part === null) return { x, y, width, height };
  return {
    x: part.x + x * part.width,
    y: part.y + y * part.height,
    width: width * part.width,
    height: height * part.height,
  };
}
