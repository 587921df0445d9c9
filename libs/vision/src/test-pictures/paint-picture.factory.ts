import sharp, { type Sharp } from 'sharp';
import { decodePicture } from '../decode/decode-picture';
import type { DecodedPicture } from '../decoded-picture';

/** Red, green and blue, clipped to [0, 255]. */
export type Paint = (x: number, y: number) => readonly [red: number, green: number, blue: number];

/** For tests: a picture, pixel by pixel, still to be encoded. */
export function paint(widthPx: number, heightPx: number, colourAt: Paint): Sharp {
  const data = new Uint8ClampedArray(widthPx * heightPx * 3);
  for (let i = 0; i < widthPx * heightPx; i++) {
    data.set(colourAt(i % widthPx, Math.floor(i / widthPx)), i * 3);
  }
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
}

/** For tests: the same, decoded. */
export async function paintPicture(
  widthPx: number,
  heightPx: number,
  colourAt: Paint,
): Promise<DecodedPicture> {
  return decodePicture(await paint(widthPx, heightPx, colourAt).png().toBuffer());
}
