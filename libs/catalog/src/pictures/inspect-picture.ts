import { createHash } from 'node:crypto';
import { messageOf } from '@keyart/common';
import sharp, { type Metadata } from 'sharp';
import { CatalogInputError } from '../errors';
import type { StoredPicture } from './picture-store';

/** Largest picture taken in, bytes. */
export const MAX_PICTURE_BYTES = 20 * 2 ** 20;

/** Largest picture taken in, pixels; a header can promise more than any memory holds. */
export const MAX_PICTURE_PX = 50_000_000;

const PROBE_SIZE_PX = 16;
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
};

/**
 * Measures a picture and proves that it can be decoded to its last byte.
 * @param bytes the file as uploaded
 * @throws CatalogInputError `PICTURE_UNREADABLE`, `PICTURE_TOO_LARGE`, `PICTURE_TOO_MANY_PIXELS`
 */
export async function inspectPicture(bytes: Buffer): Promise<StoredPicture> {
  if (bytes.length > MAX_PICTURE_BYTES) {
    throw new CatalogInputError(
      'PICTURE_TOO_LARGE',
      `the picture has ${bytes.length} bytes, ${MAX_PICTURE_BYTES} at most`,
    );
  }
  const metadata = await readHeader(bytes);
  const mediaType = mediaTypeOf(metadata);
  checkPixels(metadata);
  await decode(bytes);
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    widthPx: metadata.autoOrient.width,
    heightPx: metadata.autoOrient.height,
    sizeBytes: bytes.length,
    mediaType,
  };
}

async function readHeader(bytes: Buffer): Promise<Metadata> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch (cause) {
    throw unreadable(cause);
  }
}

function mediaTypeOf({ format, compression }: Metadata): string {
  const mediaType = MEDIA_TYPES[format === 'heif' && compression === 'av1' ? 'avif' : format];
  if (mediaType) return mediaType;
  throw new CatalogInputError(
    'PICTURE_UNREADABLE',
    `the picture is ${format}; JPEG, PNG, WebP and AVIF are taken`,
  );
}

function checkPixels({ width, height }: Metadata): void {
  if (width * height <= MAX_PICTURE_PX) return;
  throw new CatalogInputError(
    'PICTURE_TOO_MANY_PIXELS',
    `the picture is ${width} × ${height} pixels, ${MAX_PICTURE_PX / 1e6} megapixels at most`,
  );
}

async function decode(bytes: Buffer): Promise<void> {
  const picture = sharp(bytes, { limitInputPixels: MAX_PICTURE_PX, failOn: 'truncated' });
  try {
    await picture.resize(PROBE_SIZE_PX).raw().toBuffer();
  } catch (cause) {
    throw unreadable(cause);
  }
}

function unreadable(cause: unknown): CatalogInputError {
  const message = `the picture cannot be read: ${messageOf(cause)}`;
  return new CatalogInputError('PICTURE_UNREADABLE', message, { cause });
}
