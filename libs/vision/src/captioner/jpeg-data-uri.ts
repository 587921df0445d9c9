import sharp from 'sharp';
import type { DecodedPicture } from '../decoded-picture';

/** Longest side sent: vision models cut pictures into tiles of some 336 to 448 pixels, more costs time and shows them no more. */
export const CAPTIONED_SIZE_PX = 768;
const JPEG_QUALITY = 85;

/** The picture as a `data:image/jpeg` URI, longest side at most `CAPTIONED_SIZE_PX`, never enlarged, without metadata. */
export async function jpegDataUri(picture: Pick<DecodedPicture, 'rgb'>): Promise<string> {
  const { data, widthPx: width, heightPx: height } = await picture.rgb(CAPTIONED_SIZE_PX);
  const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer();
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
}
