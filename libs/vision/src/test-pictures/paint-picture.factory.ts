import sharp from 'sharp';
import { decodePicture } from '../decode/decode-picture';
import type { DecodedPicture } from '../decoded-picture';
import { paintRgb, type Paint } from './paint-rgb.factory';

/** For tests: a PNG, pixel by pixel, decoded. */
export async function paintPicture(
  widthPx: number,
  heightPx: number,
  colourAt: Paint,
): Promise<DecodedPicture> {
  const { data } = paintRgb(widthPx, heightPx, colourAt);
  const raw = { width: widthPx, height: heightPx, channels: 3 } as const;
  return decodePicture(await sharp(data, { raw }).png().toBuffer());
}
