import { messageOf } from '@keyart/common';
import { MAX_PICTURE_PX } from '@keyart/vision';
import sharp from 'sharp';
import { CatalogInputError } from '../errors';

/** Eighths of a JPEG are read fastest. */
const PROBE_SIZE_PX = 16;

/**
 * Checks that nothing of a JPEG is missing or broken: its decoder fills gaps with grey and only warns of them, whereas the
 * decoders of the other formats fail.
 * @throws CatalogInputError `PICTURE_UNREADABLE`
 */
export async function requireUndamagedJpeg(bytes: Buffer): Promise<void> {
  const picture = sharp(bytes, { limitInputPixels: MAX_PICTURE_PX, failOn: 'warning' });
  try {
    await picture.resize(PROBE_SIZE_PX).raw().toBuffer();
  } catch (cause) {
    throw new CatalogInputError('PICTURE_UNREADABLE', `the picture is damaged: ${messageOf(cause)}`, {
      cause,
    });
  }
}
