import type { DecodedPicture, RawPixels } from '../decoded-picture';
import { openPicture, readRgb } from '../decode/open-picture';
import { toLuma } from '../decode/to-luma';

/** A few thousand blocks; a JPEG is read down to the crop's last line only. */
const CROP_SIZE_PX = 512;

/**
 * Luma at original resolution: the working copy where that is not scaled, otherwise the middle of the file as stored
 * (EXIF orientation not applied).
 */
export async function originalCrop(picture: DecodedPicture): Promise<RawPixels> {
  const { working, widthPx, heightPx, bytes } = picture;
  const longestPx = Math.max(working.widthPx, working.heightPx);
  if (longestPx === Math.max(widthPx, heightPx)) return picture.luma(longestPx);
  const { width, height } = await openPicture(bytes).metadata();
  const [across, down] = [middle(width), middle(height)];
  const region = { left: across.from, top: down.from, width: across.length, height: down.length };
  return toLuma(await readRgb(openPicture(bytes).extract(region)));
}

function middle(lengthPx: number): { from: number; length: number } {
  const length = Math.min(lengthPx, CROP_SIZE_PX);
  return { from: Math.floor((lengthPx - length) / 2), length };
}
