import type { DerivativeFormat } from '@keyart/contracts';
import type { DerivativePlan } from '@keyart/catalog';
import sharp, { type Sharp } from 'sharp';

/** As the service sets them. */
const WRITERS: Readonly<Record<DerivativeFormat, (picture: Sharp) => Sharp>> = {
  avif: (picture) => picture.avif({ quality: 55, effort: 1 }),
  webp: (picture) => picture.webp({ quality: 80, effort: 2 }),
  jpeg: (picture) => picture.jpeg({ quality: 80, mozjpeg: true }),
};

/** The shortest way from a file in memory to a derivative: cut, scale, encode; nothing checked, found or kept. */
export function bareSharp(bytes: Buffer, { crop, output, format }: DerivativePlan): Promise<Buffer> {
  const picture = sharp(bytes).autoOrient();
  const cut =
    crop === 'attention'
      ? picture
      : picture.extract({ left: crop.leftPx, top: crop.topPx, width: crop.widthPx, height: crop.heightPx });
  return WRITERS[format](cut.resize(output.widthPx, output.heightPx)).toBuffer();
}
