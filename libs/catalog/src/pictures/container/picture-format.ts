import { CatalogInputError } from '../../errors';

/** Formats of pictures that are taken in. */
export const PICTURE_FORMATS = ['jpeg', 'png', 'webp', 'avif'] as const;

/** One of the formats. */
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n';
/** Longest beginning that a signature is looked for in; the brands of an AVIF file are the longest of them. */
const HEAD_BYTES = 256;
/** Place of what stands between the major brand and the compatible ones. */
const MINOR_VERSION = 1;

const SIGNATURES: Readonly<Record<PictureFormat, (head: string) => boolean>> = {
  jpeg: (head) => head.startsWith('\xff\xd8\xff'),
  png: (head) => head.startsWith(PNG_SIGNATURE),
  webp: (head) => head.startsWith('RIFF') && head.startsWith('WEBP', 8),
  avif: (head) => brandsOf(head).some((brand) => brand === 'avif' || brand === 'avis'),
};

/** What else people send, so that a refusal can name it. */
const OTHERS: readonly (readonly [name: string, signature: RegExp])[] = [
  ['a GIF', /^GIF8/],
  ['an SVG drawing', /^(\xef\xbb\xbf)?\s*(<\?xml[^]*|<!--[^]*|<!DOCTYPE svg[^]*)?<svg/i],
  ['a TIFF', /^(II\*\0|MM\0\*|II\+\0|MM\0\+)/],
  ['a HEIC', /^....ftyp(hei|hev|mif1|msf1)/s],
  ['a JPEG XL', /^(\xff\x0a|\0\0\0\x0cJXL )/],
  ['a JPEG 2000', /^\0\0\0\x0cjP {2}/],
  ['a BMP', /^BM/],
  ['an icon', /^\0\0\x01\0/],
  ['a Photoshop document', /^8BPS/],
  ['a PDF', /^%PDF/],
  ['a ZIP archive', /^PK/],
  ['a web page', /^\s*<(!DOCTYPE html|html|head|body|script)/i],
];

/**
 * The format by the file's first bytes; its name and declared type do not count.
 * @throws CatalogInputError `PICTURE_EMPTY`, `PICTURE_FORMAT_REFUSED`
 */
export function formatOf(bytes: Buffer): PictureFormat {
  if (bytes.length === 0) throw new CatalogInputError('PICTURE_EMPTY', 'the file is empty');
  const head = bytes.toString('latin1', 0, HEAD_BYTES);
  const format = PICTURE_FORMATS.find((one) => SIGNATURES[one](head));
  if (format) return format;
  const other = OTHERS.find(([, signature]) => signature.test(head))?.[0] ?? 'no picture of a known format';
  throw new CatalogInputError(
    'PICTURE_FORMAT_REFUSED',
    `the file is ${other}; JPEG, PNG, WebP and AVIF are taken`,
  );
}

/** Major and compatible brands of an ISO base media file, e.g. `avif`; none for other files. */
function brandsOf(head: string): string[] {
  if (!head.startsWith('ftyp', 4)) return [];
  const boxBytes = Buffer.from(head.slice(0, 4), 'latin1').readUInt32BE();
  const brands = head.slice(8, boxBytes).match(/[^]{4}/g) ?? [];
  return brands.filter((_, index) => index !== MINOR_VERSION);
}
