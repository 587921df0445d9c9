import type { DerivativeFormat } from '@keyart/contracts';
import { DependencyError, messageOf } from '@keyart/common';
import sharp, { type Sharp } from 'sharp';
import { CATALOG_ERRORS } from '../errors';
import { MAX_PICTURE_PX } from '@keyart/vision';
import type { DerivativeEncoder } from './derivative-encoder';
import type { PixelRectangle } from './pixel-rectangle';
import type { DerivativePlan } from './plan-derivative';

/** Raised with every change below that changes bytes. */
const SETTINGS_VERSION = 1;
/** Far more than the largest picture takes: work that hangs must not hold its place for good. */
const TIMEOUT_SECONDS = 60;
const INPUT = { limitInputPixels: MAX_PICTURE_PX, failOn: 'truncated', sequentialRead: true } as const;
/** What JPEG shows where a picture is transparent. */
const BEHIND = '#808080';

/** Qualities that look alike. AVIF's effort 1 costs 2% of size and a tenth of the time of the default's. */
const WRITERS: Readonly<Record<DerivativeFormat, (picture: Sharp) => Sharp>> = {
  avif: (picture) => picture.avif({ quality: 55, effort: 1 }),
  webp: (picture) => picture.webp({ quality: 80, effort: 2 }),
  jpeg: (picture) => picture.flatten({ background: BEHIND }).jpeg({ quality: 80, mozjpeg: true }),
};

/** Derivatives by sharp, which drops metadata and converts to sRGB unless told otherwise. */
export class SharpDerivativeEncoder implements DerivativeEncoder {
  readonly version = `${SETTINGS_VERSION}/sharp-${sharp.versions.sharp}/vips-${sharp.versions.vips}`;

  async encode(bytes: Buffer, plan: DerivativePlan): Promise<Buffer> {
    try {
      const picture = sharp(bytes, INPUT).autoOrient().timeout({ seconds: TIMEOUT_SECONDS });
      return await WRITERS[plan.format](cutOut(picture, plan).toColourspace('srgb')).toBuffer();
    } catch (cause) {
      const message = `the picture ${plan.sha256} could not be made as ${plan.format}: ${messageOf(cause)}`;
      throw new DependencyError(CATALOG_ERRORS.DERIVATIVE_NOT_MADE, message, false, { cause });
    }
  }
}

function cutOut(picture: Sharp, { crop, source, output }: DerivativePlan): Sharp {
  const [width, height] = [output.widthPx, output.heightPx];
  if (crop === 'attention')
    return picture.resize({ width, height, fit: 'cover', position: sharp.strategy.attention });
  const scale = { x: width / crop.widthPx, y: height / crop.heightPx };
  const full = {
    width: Math.max(width, Math.round(source.widthPx * scale.x)),
    height: Math.max(height, Math.round(source.heightPx * scale.y)),
  };
  // Scaled first, since decoders read large pictures faster at a fraction of their size, but not when cut first.
  return picture.resize({ ...full, fit: 'fill' }).extract({
    ...cornerOf(crop, { scale, room: { x: full.width - width, y: full.height - height } }),
    width,
    height,
  });
}

interface Scaling {
  readonly scale: { readonly x: number; readonly y: number };
  /** How far the corner may lie from the picture's. */
  readonly room: { readonly x: number; readonly y: number };
}

function cornerOf(
  { leftPx, topPx }: PixelRectangle,
  { scale, room }: Scaling,
): { left: number; top: number } {
  return {
    left: Math.min(room.x, Math.round(leftPx * scale.x)),
    top: Math.min(room.y, Math.round(topPx * scale.y)),
  };
}
