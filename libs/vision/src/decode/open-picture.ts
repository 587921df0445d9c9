import sharp, { type Sharp, type SharpOptions } from 'sharp';
import type { RawPixels } from '../decoded-picture';

/** Largest picture looked at, pixels; a header can promise more than any memory holds. */
export const MAX_PICTURE_PX = 50_000_000;

/** Between black and white lettering, which alpha often cuts out. */
const BACKGROUND = '#808080';

/** A picture about to be decoded: first frame, line by line where the format allows, EXIF orientation still to be applied. */
export function openPicture(bytes: Buffer, options?: SharpOptions): Sharp {
  return sharp(bytes, {
    limitInputPixels: MAX_PICTURE_PX,
    sequentialRead: true,
    failOn: 'truncated',
    ...options,
  });
}

/** Runs a pipeline to 8-bit sRGB, by the embedded profile where there is one, alpha laid over mid grey. */
export async function readRgb(pipeline: Sharp): Promise<RawPixels> {
  const { data, info } = await pipeline
    .flatten({ background: BACKGROUND })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, channelCount: 3, data };
}
