import sharp, { type JpegOptions, type Sharp } from 'sharp';
import { firstPart, followedBy, SCRIPT, zipArchive } from '../bytes/attachments';
import { APP1, APP2, COMMENT, segmentAt, withSegment, withSize } from '../bytes/jpeg-bytes';
import { scene } from '../bytes/scene';
import { hostile } from '../hostile-picture';

const jpeg = (options: JpegOptions = {}, picture: Sharp = scene()): Promise<Buffer> =>
  picture.jpeg(options).toBuffer();
const turned = (orientation: number): Promise<Buffer> => jpeg({}, scene().withMetadata({ orientation }));
const ICC_HEAD = 'ICC_PROFILE\0\x01\x01';

const TAKEN = [
  hostile('plain', 'accepted', () => jpeg()),
  hostile('progressive', 'accepted', () => jpeg({ progressive: true })),
  hostile('every colour sampled', 'accepted', () => jpeg({ chromaSubsampling: '4:4:4' })),
  hostile('greyscale', 'accepted', () => jpeg({}, scene().greyscale())),
  hostile('CMYK', 'accepted', () => jpeg({}, scene().toColourspace('cmyk'))),
  hostile('CMYK with a profile', 'accepted', () => jpeg({}, scene().withIccProfile('cmyk'))),
  hostile('wide gamut profile', 'accepted', () => jpeg({}, scene().withIccProfile('p3'))),
  hostile('turned by EXIF', 'accepted', () => turned(6)),
  hostile('mirrored by EXIF', 'accepted', () => turned(7)),
  hostile('EXIF of rubbish', 'accepted', async () =>
    withSegment(await jpeg(), APP1, 'Exif\0\0MM\0*\xff\xff\xff\xff'),
  ),
  hostile('profile of rubbish', 'accepted', async () =>
    withSegment(await jpeg(), APP2, ICC_HEAD + 'rubbish'.repeat(40)),
  ),
  hostile('CMYK profile on RGB', 'accepted', async () =>
    withSegment(await jpeg(), APP2, Buffer.concat([Buffer.from(ICC_HEAD, 'latin1'), await cmykProfile()])),
  ),
  hostile('profile of which a part is missing', 'accepted', async () =>
    withSegment(await jpeg(), APP2, 'ICC_PROFILE\0\x01\x09' + 'x'.repeat(200)),
  ),
  hostile('script in a comment', 'accepted', async () => withSegment(await jpeg(), COMMENT, SCRIPT)),
  hostile('PDF head in a comment', 'accepted', async () =>
    withSegment(await jpeg(), COMMENT, '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj'),
  ),
  hostile('archive in a comment', 'accepted', async () => withSegment(await jpeg(), COMMENT, zipArchive())),
  hostile('a preview behind it', 'accepted', async () =>
    followedBy(await jpeg(), await jpeg({}, scene(80, 45))),
  ),
  hostile('zeros behind it', 'accepted', async () => followedBy(await jpeg(), Buffer.alloc(2048))),
  hostile('one pixel', 'accepted', () => jpeg({}, scene(1, 1))),
  hostile('a line of 60,000 pixels', 'accepted', () => jpeg({}, scene(60_000, 1))),
];

const REFUSED = [
  hostile('cut in half', 'PICTURE_TRUNCATED', async () => firstPart(await jpeg(), 0.5)),
  hostile('cut in its header', 'PICTURE_TRUNCATED', async () => (await jpeg()).subarray(0, 40)),
  hostile('without its last two bytes', 'PICTURE_TRUNCATED', async () => (await jpeg()).subarray(0, -2)),
  hostile('nothing but a beginning', 'PICTURE_TRUNCATED', () => Buffer.from([0xff, 0xd8, 0xff])),
  hostile('beginning and end alone', 'PICTURE_UNREADABLE', () => Buffer.from([0xff, 0xd8, 0xff, 0xd9])),
  hostile('cut, then ended properly', 'PICTURE_UNREADABLE', async () =>
    followedBy(firstPart(await jpeg(), 0.6), '\xff\xd9'),
  ),
  hostile('header bomb', 'PICTURE_TOO_MANY_PIXELS', async () => withSize(await jpeg(), 65_500, 65_500)),
  hostile('taller than its data', 'PICTURE_UNREADABLE', async () => withSize(await jpeg(), 320, 7_000)),
  hostile('no pixels by its header', 'PICTURE_UNREADABLE', async () => withSize(await jpeg(), 0, 0)),
  hostile('Huffman tables of rubbish', 'PICTURE_UNREADABLE', async () => {
    const bytes = await jpeg();
    return Buffer.from(bytes.fill(0xfe, segmentAt(bytes, 0xc4) + 5, segmentAt(bytes, 0xc4) + 21));
  }),
  hostile('archive behind it', 'PICTURE_TRAILING_DATA', async () => followedBy(await jpeg(), zipArchive())),
  hostile('web page behind it', 'PICTURE_TRAILING_DATA', async () => followedBy(await jpeg(), SCRIPT)),
  hostile('program behind it', 'PICTURE_TRAILING_DATA', async () =>
    followedBy(await jpeg(), '\0\0<?php system($_GET["c"]); ?>'),
  ),
  hostile('half a preview behind it', 'PICTURE_TRUNCATED', async () =>
    followedBy(await jpeg(), firstPart(await jpeg(), 0.5)),
  ),
  hostile('web page before it', 'PICTURE_FORMAT_REFUSED', async () =>
    followedBy(Buffer.from(SCRIPT), await jpeg()),
  ),
];

async function cmykProfile(): Promise<Buffer> {
  const { icc } = await sharp(await jpeg({}, scene().withIccProfile('cmyk'))).metadata();
  if (!icc) throw new Error('no profile was written');
  // A segment holds 64 KB; the beginning of the profile says whose colours it is for.
  return icc.subarray(0, 60_000);
}

/** JPEGs of every kind. */
export const JPEG_CASES = [...TAKEN, ...REFUSED].map((one) => ({
  ...one,
  name: `JPEG: ${one.name}`,
  declaredType: 'image/jpeg',
}));
