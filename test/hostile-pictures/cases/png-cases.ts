import { deflateSync } from 'node:zlib';
import type { PngOptions, Sharp } from 'sharp';
import { firstPart, followedBy, SCRIPT, zipArchive } from '../bytes/attachments';
import { pngChunk, pngOf, withChunk, withHeader } from '../bytes/png-bytes';
import { flat, scene } from '../bytes/scene';
import { hostile } from '../hostile-picture';

const png = (options: PngOptions = {}, picture: Sharp = scene()): Promise<Buffer> =>
  picture.png(options).toBuffer();
/** As many as are taken, just. */
const MOST_SIDE_PX = 7_071;
const MEBIBYTE = 2 ** 20;
const bomb = (): Buffer => deflateSync(Buffer.alloc(64 * MEBIBYTE));

const TAKEN = [
  hostile('plain', 'accepted', () => png()),
  hostile('16 bits', 'accepted', () => png({}, scene().toColourspace('rgb16'))),
  hostile('16 bits of grey', 'accepted', () => png({}, scene().toColourspace('grey16'))),
  hostile('greyscale', 'accepted', () => png({}, scene().toColourspace('b-w'))),
  hostile('palette', 'accepted', () => png({ palette: true, colours: 16 })),
  hostile('alpha', 'accepted', () => png({}, scene().ensureAlpha(0.5))),
  hostile('grey with alpha', 'accepted', () => png({}, scene().toColourspace('b-w').ensureAlpha(0.5))),
  hostile('nothing to be seen', 'accepted', () => png({}, scene().ensureAlpha(0))),
  hostile('interlaced', 'accepted', () => png({ progressive: true })),
  hostile('profile of rubbish', 'accepted', async () =>
    withChunk(await png(), 'iCCP', Buffer.concat([Buffer.from('odd\0\0'), deflateSync(Buffer.alloc(300))])),
  ),
  hostile('profile bomb', 'accepted', async () =>
    withChunk(await png(), 'iCCP', Buffer.concat([Buffer.from('odd\0\0'), bomb()])),
  ),
  hostile('text bomb', 'accepted', async () =>
    withChunk(await png(), 'zTXt', Buffer.concat([Buffer.from('Comment\0\0'), bomb()])),
  ),
  hostile('script in a text', 'accepted', async () => withChunk(await png(), 'tEXt', `Title\0${SCRIPT}`)),
  hostile('gamma of nothing', 'accepted', async () => withChunk(await png(), 'gAMA', Buffer.alloc(4))),
  hostile('unknown chunk', 'accepted', async () => withChunk(await png(), 'odDy', SCRIPT)),
  hostile('50 megapixels of one colour', 'accepted', () => png({}, flat(MOST_SIDE_PX, MOST_SIDE_PX))),
  hostile('50 megapixels of 16 bits, interlaced', 'accepted', () =>
    png({ progressive: true }, flat(MOST_SIDE_PX, MOST_SIDE_PX, 4).toColourspace('rgb16')),
  ),
  hostile('a column of 50,000 pixels', 'accepted', () => png({}, flat(1, 50_000))),
];

const REFUSED = [
  hostile('cut in half', 'PICTURE_TRUNCATED', async () => firstPart(await png(), 0.5)),
  hostile('signature alone', 'PICTURE_TRUNCATED', async () => (await png()).subarray(0, 8)),
  hostile('without its end', 'PICTURE_TRUNCATED', async () => (await png()).subarray(0, -12)),
  hostile('chunk longer than the file', 'PICTURE_TRUNCATED', async () => {
    const bytes = withChunk(await png(), 'tEXt', 'x');
    bytes.writeUInt32BE(0x7fff_ffff, 33);
    return bytes;
  }),
  hostile('fewer lines than promised', 'PICTURE_UNREADABLE', () =>
    pngOf({ widthPx: 300, heightPx: 200 }, Buffer.alloc(901 * 20)),
  ),
  hostile('no data at all', 'PICTURE_UNREADABLE', async () =>
    Buffer.concat([(await png()).subarray(0, 33), pngChunk('IEND', '')]),
  ),
  hostile('data that is not compressed', 'PICTURE_UNREADABLE', async () =>
    Buffer.concat([(await png()).subarray(0, 33), pngChunk('IDAT', 'x'.repeat(5000)), pngChunk('IEND', '')]),
  ),
  hostile('no pixels by its header', 'PICTURE_UNREADABLE', async () => withHeader(await png(), 0, 0)),
  hostile('17 bits by its header', 'PICTURE_UNREADABLE', () =>
    pngOf({ widthPx: 30, heightPx: 20, depth: 17 }, Buffer.alloc(2000)),
  ),
  hostile('header bomb', 'PICTURE_TOO_MANY_PIXELS', async () => withHeader(await png(), 50_000, 50_000)),
  hostile('header bomb of 2³¹ pixels a side', 'PICTURE_UNREADABLE', async () =>
    withHeader(await png(), 0x7fff_ffff, 0x7fff_ffff),
  ),
  hostile('one line too many megapixels', 'PICTURE_TOO_MANY_PIXELS', () =>
    png({}, flat(MOST_SIDE_PX, MOST_SIDE_PX + 2)),
  ),
  hostile('animated', 'PICTURE_ANIMATED', async () => withChunk(await png(), 'acTL', Buffer.alloc(8, 1))),
  hostile('archive behind it', 'PICTURE_TRAILING_DATA', async () => followedBy(await png(), zipArchive())),
  hostile('another behind it', 'PICTURE_TRAILING_DATA', async () => followedBy(await png(), await png())),
];

/** PNGs of every kind. */
export const PNG_CASES = [...TAKEN, ...REFUSED].map((one) => ({
  ...one,
  name: `PNG: ${one.name}`,
  declaredType: 'image/png',
}));
