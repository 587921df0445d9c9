import type { PictureBox } from '@keyart/contracts';
import sharp from 'sharp';
import type { RawPixels } from '../decoded-picture';
import { TEXT_RECOGNITION_HEIGHT_PX } from './text-recognition.file';

/** The reader loses its way in longer lines. */
const LONGEST_PX = 960;
const SHORTEST_PX = 16;

/** A line cut out of the picture and scaled to the reader's height. */
export async function lineCrop(picture: RawPixels, box: PictureBox): Promise<RawPixels> {
  const { widthPx, heightPx, data } = picture;
  const left = Math.min(widthPx - 1, Math.floor(box.x * widthPx));
  const top = Math.min(heightPx - 1, Math.floor(box.y * heightPx));
  const width = Math.min(widthPx - left, Math.max(1, Math.round(box.width * widthPx)));
  const height = Math.min(heightPx - top, Math.max(1, Math.round(box.height * heightPx)));
  const wanted = Math.round((TEXT_RECOGNITION_HEIGHT_PX * width) / height);
  const length = Math.min(LONGEST_PX, Math.max(SHORTEST_PX, wanted));
  const scaled = await sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .extract({ left, top, width, height })
    .resize(length, TEXT_RECOGNITION_HEIGHT_PX, { fit: 'fill' })
    .raw()
    .toBuffer();
  return { widthPx: length, heightPx: TEXT_RECOGNITION_HEIGHT_PX, channelCount: 3, data: scaled };
}
