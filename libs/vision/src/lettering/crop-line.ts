import type { PictureBox } from '@keyart/contracts';
import sharp from 'sharp';
import type { RawPixels } from '../decoded-picture';

/** Wider lines are squeezed, twenty times as wide as high. */
const MOST_WIDTH_FACTOR = 20;

/** The part of the picture in the box, scaled to a height; narrow ones are made at least square. */
export async function cropLine(picture: RawPixels, box: PictureBox, heightPx: number): Promise<RawPixels> {
  const area = pixelArea(picture, box);
  const wanted = Math.round((area.width / area.height) * heightPx);
  const widthPx = Math.min(MOST_WIDTH_FACTOR * heightPx, Math.max(heightPx, wanted));
  const data = await sharp(picture.data, {
    raw: { width: picture.widthPx, height: picture.heightPx, channels: 3 },
  })
    .extract(area)
    .resize(widthPx, heightPx, { fit: 'fill' })
    .raw()
    .toBuffer();
  return { widthPx, heightPx, channelCount: 3, data };
}

function pixelArea({ widthPx, heightPx }: RawPixels, { x, y, width, height }: PictureBox) {
  const left = Math.min(widthPx - 1, Math.floor(x * widthPx));
  const top = Math.min(heightPx - 1, Math.floor(y * heightPx));
  const right = Math.min(widthPx, Math.max(left + 1, Math.ceil((x + width) * widthPx)));
  const bottom = Math.min(heightPx, Math.max(top + 1, Math.ceil((y + height) * heightPx)));
  return { left, top, width: right - left, height: bottom - top };
}
