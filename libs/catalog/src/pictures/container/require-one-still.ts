import { CatalogInputError } from '../../errors';
import { avifLayout } from './avif-layout';
import { jpegLayout } from './jpeg-layout';
import type { PictureFormat } from './picture-format';
import type { PictureLayout } from './picture-layout';
import { pngLayout } from './png-layout';
import { webpLayout } from './webp-layout';

const LAYOUTS: Readonly<Record<PictureFormat, (bytes: Buffer) => PictureLayout>> = {
  jpeg: jpegLayout,
  png: pngLayout,
  webp: webpLayout,
  avif: avifLayout,
};

/** What harmlessly follows many pictures: padding, and the line end of a careless tool. */
const PADDING = [0x00, 0x0a, 0x0d];

/**
 * Checks that a file is one picture that stands still, and nothing else: files are kept byte for byte, and what follows a
 * picture's end (an archive, a page, a script) would be kept and served with it.
 * @throws CatalogInputError `PICTURE_TRUNCATED`, `PICTURE_ANIMATED`, `PICTURE_TRAILING_DATA`
 */
export function requireOneStill(bytes: Buffer, format: PictureFormat): void {
  const { endsAt, isAnimated } = LAYOUTS[format](bytes);
  if (isAnimated)
    throw new CatalogInputError('PICTURE_ANIMATED', 'the picture is animated; artworks stand still');
  const rest = bytes.subarray(endsAt);
  if (rest.every((byte) => PADDING.includes(byte))) return;
  const detail = `the picture ends after ${endsAt} bytes, and ${rest.length} more follow that are no picture`;
  throw new CatalogInputError('PICTURE_TRAILING_DATA', detail);
}
