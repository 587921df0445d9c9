import type { DecodedPicture, RawPixels } from '../decoded-picture';
import { openPicture, readRgb } from '../decode/open-picture';
import { DECODING } from '../decode/pixel-budget';
import { toLuma } from '../decode/to-luma';

/** Some thousands of blocks; a JPEG is read down to the crop's last line only. */
const CROP_SIZE_PX = 512;

interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Luma of the middle of a picture at original resolution: out of the working copy where that is not scaled, otherwise out of the
 * file as stored (EXIF orientation not applied).
 */
export async function originalCrop(picture: DecodedPicture): Promise<RawPixels> {
  const { working, widthPx, heightPx, bytes } = picture;
  const longestPx = Math.max(working.widthPx, working.heightPx);
  if (longestPx === Math.max(widthPx, heightPx)) {
    return cut(await picture.luma(longestPx), middleOf(widthPx, heightPx));
  }
  const stored = await openPicture(bytes).metadata();
  const middle = openPicture(bytes).extract(middleOf(stored.width, stored.height));
  return toLuma(await DECODING.spend(widthPx * heightPx, () => readRgb(middle)));
}

function middleOf(widthPx: number, heightPx: number): Region {
  const width = Math.min(widthPx, CROP_SIZE_PX);
  const height = Math.min(heightPx, CROP_SIZE_PX);
  return { left: Math.floor((widthPx - width) / 2), top: Math.floor((heightPx - height) / 2), width, height };
}

function cut(luma: RawPixels, { left, top, width, height }: Region): RawPixels {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * luma.widthPx + left;
    data.set(luma.data.subarray(from, from + width), y * width);
  }
  return { widthPx: width, heightPx: height, channelCount: 1, data };
}
