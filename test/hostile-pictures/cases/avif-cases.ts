import type { AvifOptions, Sharp } from 'sharp';
import { firstPart, followedBy, zipArchive } from '../bytes/attachments';
import { mediaBox, withAvifSize } from '../bytes/box-bytes';
import { scene } from '../bytes/scene';
import { hostile } from '../hostile-picture';

const avif = (options: AvifOptions = {}, picture: Sharp = scene()): Promise<Buffer> =>
  picture.avif({ effort: 0, ...options }).toBuffer();

/** Brands and nothing of what they promise. */
const brands = (): Buffer => mediaBox('ftyp', 'avif\0\0\0\0avifmif1miaf');

const TAKEN = [
  hostile('plain', 'accepted', () => avif()),
  hostile('10 bits', 'accepted', () => avif({ bitdepth: 10 })),
  hostile('lossless', 'accepted', () => avif({ lossless: true })),
  hostile('alpha', 'accepted', () => avif({}, scene().ensureAlpha(0.5))),
  hostile('greyscale', 'accepted', () => avif({}, scene().greyscale())),
  hostile('a free box behind it', 'accepted', async () =>
    followedBy(await avif(), mediaBox('free', Buffer.alloc(100))),
  ),
];

const REFUSED = [
  hostile('cut in half', 'PICTURE_TRUNCATED', async () => firstPart(await avif(), 0.5)),
  hostile('without its last byte', 'PICTURE_TRUNCATED', async () => (await avif()).subarray(0, -1)),
  hostile('brands alone', 'PICTURE_UNREADABLE', brands),
  hostile('rubbish for data', 'PICTURE_UNREADABLE', async () => {
    const bytes = await avif();
    return bytes.fill(0x55, bytes.indexOf('mdat') + 4);
  }),
  hostile('header bomb', 'PICTURE_TOO_MANY_PIXELS', async () => withAvifSize(await avif(), 50_000, 50_000)),
  hostile('smaller by its header than it is', 'PICTURE_UNREADABLE', async () =>
    withAvifSize(await avif(), 32, 18),
  ),
  hostile('animated', 'PICTURE_ANIMATED', async () => followedBy(await avif(), mediaBox('moov'))),
  hostile('archive behind it', 'PICTURE_TRAILING_DATA', async () => followedBy(await avif(), zipArchive())),
  hostile('box longer than any file', 'PICTURE_TRUNCATED', async () =>
    followedBy(await avif(), '\0\0\0\x01free\x7f\xff\xff\xff\xff\xff\xff\xff'),
  ),
];

/** AVIFs of every kind. */
export const AVIF_CASES = [...TAKEN, ...REFUSED].map((one) => ({
  ...one,
  name: `AVIF: ${one.name}`,
  declaredType: 'image/avif',
}));
