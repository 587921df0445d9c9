import { messageOf } from '@keyart/common';
import type { Metadata } from 'sharp';
import type { DecodedPicture, RawPixels } from '../decoded-picture';
import { VisionInputError } from '../errors';
import { MAX_PICTURE_PX, openPicture, readRgb } from './open-picture';
import { DECODING } from './pixel-budget';
import { ScaledCopies } from './scaled-copies';

/** Longest side of the working copy: what detectors of faces and lettering want, and as large as artwork is mostly shown. */
export const WORKING_SIZE_PX = 1024;

/** How strictly a picture is read. */
export interface DecodeOptions {
  /** Refuses pictures that their decoder warns of, e.g. a JPEG whose gaps it fills with grey; default: looks at what there is. */
  readonly refusesDamage?: boolean;
}

const FORMATS = ['jpeg', 'png', 'webp', 'heif', 'gif', 'tiff'];

/**
 * Decodes a picture once for all extractors: turned by its EXIF orientation, from its ICC profile (or CMYK, grey, 16 bits) to
 * 8-bit sRGB, alpha laid over mid grey, the first frame of an animation. JPEG and WebP are scaled while being read, so that
 * 50 megapixels need no more memory than the working copy (a progressive JPEG: its coefficients too); AVIF and interlaced PNG
 * are held whole for a moment. A process decodes 50 megapixels at a time, others wait.
 * @param bytes the file: JPEG, PNG, WebP, AVIF, GIF or TIFF
 * @throws VisionInputError `PICTURE_UNREADABLE`, `PICTURE_FORMAT_REFUSED`, `PICTURE_TOO_MANY_PIXELS`
 */
export async function decodePicture(bytes: Buffer, options: DecodeOptions = {}): Promise<DecodedPicture> {
  const { format, autoOrient } = await headerOf(bytes);
  const working = await DECODING.spend(autoOrient.width * autoOrient.height, () =>
    readWorkingCopy(bytes, options),
  );
  const copies = new ScaledCopies(working);
  return {
    bytes,
    widthPx: autoOrient.width,
    heightPx: autoOrient.height,
    format,
    working,
    rgb: (sizePx) => copies.rgb(sizePx),
    luma: (sizePx) => copies.luma(sizePx),
  };
}

/** What a picture says of itself, checked. @throws VisionInputError as `decodePicture` does, but for what only pixels show */
export async function headerOf(bytes: Buffer): Promise<Metadata> {
  return checkHeader(await readHeader(bytes));
}

async function readHeader(bytes: Buffer): Promise<Metadata> {
  try {
    return await openPicture(bytes, { limitInputPixels: false }).metadata();
  } catch (cause) {
    throw unreadable(cause);
  }
}

function checkHeader(header: Metadata): Metadata {
  const { format, width, height } = header;
  if (!FORMATS.includes(format)) {
    throw new VisionInputError(
      'PICTURE_FORMAT_REFUSED',
      `the picture is ${format}; JPEG, PNG, WebP, AVIF, GIF and TIFF are looked at`,
    );
  }
  if (width * height > MAX_PICTURE_PX) {
    throw new VisionInputError(
      'PICTURE_TOO_MANY_PIXELS',
      `the picture is ${width} × ${height} pixels, ${MAX_PICTURE_PX / 1e6} megapixels at most`,
    );
  }
  return header;
}

async function readWorkingCopy(bytes: Buffer, { refusesDamage }: DecodeOptions): Promise<RawPixels> {
  const strictness = { failOn: refusesDamage ? 'warning' : 'truncated' } as const;
  const size = { width: WORKING_SIZE_PX, height: WORKING_SIZE_PX };
  try {
    return await readRgb(
      openPicture(bytes, strictness)
        .autoOrient()
        .resize({ ...size, fit: 'inside', withoutEnlargement: true }),
    );
  } catch (cause) {
    throw unreadable(cause);
  }
}

function unreadable(cause: unknown): VisionInputError {
  return new VisionInputError('PICTURE_UNREADABLE', `the picture cannot be read: ${messageOf(cause)}`, {
    cause,
  });
}
