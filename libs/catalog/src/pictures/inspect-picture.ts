import { createHash } from 'node:crypto';
import {
  decodePicture,
  perceptualHash,
  placeholderOf,
  VisionInputError,
  type DecodedPicture,
} from '@keyart/vision';
import { CatalogInputError, type CatalogErrorCode } from '../errors';
import { formatOf } from './container/picture-format';
import { requireOneStill } from './container/require-one-still';
import type { StoredPicture } from './picture-store';

/** Largest picture taken in, bytes. */
export const MAX_PICTURE_BYTES = 20 * 2 ** 20;

/** What is measured on the pixels. */
type Looks = Omit<StoredPicture, 'sha256' | 'sizeBytes' | 'mediaType'>;

/**
 * Measures a picture and proves that it is one, whole to its last byte. Colour spaces, depths, profiles, alpha and EXIF
 * orientation of every kind are taken; what a file is called or said to be does not count.
 * @param bytes the file as it came
 * @throws CatalogInputError `PICTURE_EMPTY`, `PICTURE_TOO_LARGE`, `PICTURE_FORMAT_REFUSED`, `PICTURE_TRUNCATED`,
 *   `PICTURE_ANIMATED`, `PICTURE_TRAILING_DATA`, `PICTURE_TOO_MANY_PIXELS`, `PICTURE_UNREADABLE`
 */
export async function inspectPicture(bytes: Buffer): Promise<StoredPicture> {
  requireSize(bytes);
  const format = formatOf(bytes);
  requireOneStill(bytes, format);
  const looks = await looksOf(await decode(bytes));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { sha256, sizeBytes: bytes.length, mediaType: `image/${format}`, ...looks };
}

function requireSize({ length }: Buffer): void {
  if (length <= MAX_PICTURE_BYTES) return;
  const detail = `the picture has ${length} bytes, ${MAX_PICTURE_BYTES} at most`;
  throw new CatalogInputError('PICTURE_TOO_LARGE', detail);
}

async function decode(bytes: Buffer): Promise<DecodedPicture> {
  try {
    return await decodePicture(bytes, { refusesDamage: true });
  } catch (cause) {
    if (!(cause instanceof VisionInputError)) throw cause;
    throw new CatalogInputError(cause.code as CatalogErrorCode, oneLine(cause.message), { cause });
  }
}

async function looksOf(picture: DecodedPicture): Promise<Looks> {
  const { widthPx, heightPx } = picture;
  return {
    ...{ widthPx, heightPx },
    perceptualHash: await perceptualHash(picture),
    ...(await placeholderOf(picture)),
  };
}

/** Decoders tell of every step they took. */
function oneLine(message: string): string {
  return message.trim().split('\n', 1)[0];
}
