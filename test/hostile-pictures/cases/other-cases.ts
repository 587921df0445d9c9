import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { followedBy, SCRIPT, zipArchive } from '../bytes/attachments';
import { mediaBox } from '../bytes/box-bytes';
import { scene } from '../bytes/scene';
import { hostile, type HostilePicture } from '../hostile-picture';

const REFUSED = 'PICTURE_FORMAT_REFUSED';
const MEBIBYTE = 2 ** 20;
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="50"><rect width="9" height="9"/></svg>';
const OUTSIDE_ENTITY = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${SVG}`;

async function animatedGif(): Promise<Buffer> {
  const frames = [await scene().png().toBuffer(), await scene().negate().png().toBuffer()];
  return sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
}

/** A GIF whose size in bytes begins a comment, and whose end is a script. */
async function scriptGif(): Promise<Buffer> {
  const bytes = await scene().gif().toBuffer();
  bytes.write('/*', 6, 'latin1');
  return followedBy(bytes, '*/=1;fetch("/v1/keys");');
}

/** Random to look at, the same every time. */
function rubbish(byteCount: number): Buffer {
  let state = 7;
  return Buffer.from(
    Array.from({ length: byteCount }, () => (state = (state * 1103515245 + 12345) % 2 ** 31) >> 16),
  );
}

const AS_JPEG = [
  hostile('no bytes', 'PICTURE_EMPTY', () => Buffer.alloc(0)),
  hostile('one byte', REFUSED, () => Buffer.from([0xff])),
  hostile('text', REFUSED, () => Buffer.from('a picture, honestly')),
  hostile('random bytes', REFUSED, () => rubbish(10_000)),
  hostile('zeros', REFUSED, () => Buffer.alloc(MEBIBYTE)),
  hostile('GIF', REFUSED, () => scene().gif().toBuffer()),
  hostile('animated GIF', REFUSED, animatedGif),
  hostile('GIF that is a script', REFUSED, scriptGif),
  hostile('SVG', REFUSED, () => Buffer.from(SVG)),
  hostile('SVG that reads files', REFUSED, () => Buffer.from(OUTSIDE_ENTITY)),
  hostile('compressed SVG', REFUSED, () => gzipSync(SVG)),
  hostile('TIFF', REFUSED, () => scene().tiff().toBuffer()),
  hostile('BMP', REFUSED, () => followedBy(Buffer.from('BM'), Buffer.alloc(200))),
  hostile('icon', REFUSED, () => Buffer.from([0, 0, 1, 0, 1, 0, 16, 16])),
  hostile('HEIC', REFUSED, () => mediaBox('ftyp', 'heic\0\0\0\0mif1heic')),
  hostile('JPEG XL', REFUSED, () => Buffer.from([0xff, 0x0a, 1, 2, 3])),
  hostile('JPEG 2000', REFUSED, () => followedBy(mediaBox('jP  ', '\r\n\x87\n'), Buffer.alloc(50))),
  hostile('film', REFUSED, () => followedBy(mediaBox('ftyp', 'isom\0\0\0\0mp42'), mediaBox('moov'))),
  hostile('Photoshop document', REFUSED, () => Buffer.from('8BPS\0\x01')),
  hostile('PDF', REFUSED, () => Buffer.from('%PDF-1.7\n%âãÏÓ\n')),
  hostile('archive', REFUSED, zipArchive),
  hostile('web page', REFUSED, () => Buffer.from(SCRIPT)),
  hostile('program', REFUSED, () => Buffer.from('\x7fELF\x02\x01\x01', 'latin1')),
  hostile('21 MB', 'body-too-large', () => Buffer.alloc(21 * MEBIBYTE)),
];

const declared = (declaredType: string, one: Omit<HostilePicture, 'declaredType'>): HostilePicture => ({
  ...one,
  declaredType,
});

const MISNAMED = [
  declared(
    'image/png',
    hostile('JPEG called a PNG', 'accepted', () => scene().jpeg().toBuffer()),
  ),
  declared(
    'image/jpeg',
    hostile('AVIF called a JPEG', 'accepted', () => scene().avif({ effort: 0 }).toBuffer()),
  ),
  declared(
    'image/svg+xml',
    hostile('SVG that says so', 'unsupported-media-type', () => Buffer.from(SVG)),
  ),
  declared(
    'image/gif',
    hostile('PNG called a GIF', 'unsupported-media-type', () => scene().png().toBuffer()),
  ),
  declared(
    'text/html',
    hostile('web page that says so', 'unsupported-media-type', () => Buffer.from(SCRIPT)),
  ),
];

/** What is no picture, or not the one it is called. */
export const OTHER_CASES: readonly HostilePicture[] = [
  ...AS_JPEG.map((one) => declared('image/jpeg', one)),
  ...MISNAMED,
];
