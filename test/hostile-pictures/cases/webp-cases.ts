import type { Sharp, WebpOptions } from 'sharp';
import sharp from 'sharp';
import { firstPart, followedBy, SCRIPT } from '../bytes/attachments';
import { riffChunk, riffFile } from '../bytes/box-bytes';
import { flat, scene } from '../bytes/scene';
import { hostile } from '../hostile-picture';

const webp = (options: WebpOptions = {}, picture: Sharp = scene()): Promise<Buffer> =>
  picture.webp(options).toBuffer();

async function animated(): Promise<Buffer> {
  const frames = [await scene().png().toBuffer(), await scene().negate().png().toBuffer()];
  return sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer();
}

/** The size of the canvas, less one, in three bytes each, behind four of flags. */
function canvas(widthPx: number, heightPx: number): Buffer {
  const data = Buffer.alloc(10);
  data.writeUIntLE(widthPx - 1, 4, 3);
  data.writeUIntLE(heightPx - 1, 7, 3);
  return riffChunk('VP8X', data);
}

const onCanvas = async (widthPx: number, heightPx: number): Promise<Buffer> =>
  riffFile('WEBP', [canvas(widthPx, heightPx), (await webp()).subarray(12)]);

const TAKEN = [
  hostile('lossy', 'accepted', () => webp()),
  hostile('lossless', 'accepted', () => webp({ lossless: true })),
  hostile('alpha', 'accepted', () => webp({}, scene().ensureAlpha(0.5))),
  hostile('wide gamut profile', 'accepted', () => webp({}, scene().withIccProfile('p3'))),
  hostile('turned by EXIF', 'accepted', () => webp({}, scene().withMetadata({ orientation: 8 }))),
  hostile('script in an unknown chunk', 'accepted', async () =>
    riffFile('WEBP', [(await onCanvas(320, 180)).subarray(12), riffChunk('ODDY', Buffer.from(SCRIPT))]),
  ),
  hostile('16,383 pixels wide', 'accepted', () => webp({ lossless: true }, flat(16_383, 3_000))),
];

const REFUSED = [
  hostile('cut in half', 'PICTURE_TRUNCATED', async () => firstPart(await webp(), 0.5)),
  hostile('head alone', 'PICTURE_TRUNCATED', async () => (await webp()).subarray(0, 12)),
  hostile('longer by its header than it is', 'PICTURE_TRUNCATED', async () => {
    const bytes = await webp();
    bytes.writeUInt32LE(0xffff_fff0, 4);
    return bytes;
  }),
  hostile('cut, then made to fit', 'PICTURE_TRUNCATED', async () => {
    const bytes = firstPart(await webp(), 0.6);
    bytes.writeUInt32LE(bytes.length - 8, 4);
    return bytes;
  }),
  hostile('no chunks', 'PICTURE_UNREADABLE', () => riffFile('WEBP', [])),
  hostile('canvas of another size', 'PICTURE_UNREADABLE', () => onCanvas(100, 100)),
  hostile('header bomb', 'PICTURE_TOO_MANY_PIXELS', () => webp({ lossless: true }, flat(16_383, 3_100))),
  hostile('animated', 'PICTURE_ANIMATED', animated),
  hostile('web page behind it', 'PICTURE_TRAILING_DATA', async () => followedBy(await webp(), SCRIPT)),
];

/** WebPs of every kind. */
export const WEBP_CASES = [...TAKEN, ...REFUSED].map((one) => ({
  ...one,
  name: `WebP: ${one.name}`,
  declaredType: 'image/webp',
}));
