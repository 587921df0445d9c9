import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { FolderPictureStore, MAX_PICTURE_BYTES } from '@keyart/catalog';
import sharp, { type Sharp } from 'sharp';

function picture(width = 40, height = 30): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#336699' } });
}

/** A PNG whose header promises more pixels than its bytes hold. */
async function headerBomb(): Promise<Buffer> {
  const bytes = await picture().png().toBuffer();
  bytes.writeUInt32BE(50_000, 16);
  bytes.writeUInt32BE(50_000, 20);
  return bytes;
}

async function cutOff(): Promise<Buffer> {
  const noise = await sharp({
    create: {
      width: 300,
      height: 300,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg()
    .toBuffer();
  return noise.subarray(0, noise.length / 2);
}

describe('FolderPictureStore', () => {
  let root: string;
  let store: FolderPictureStore;
  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'keyart-pictures-'));
    store = new FolderPictureStore(path.join(root, 'made', 'when', 'missing'));
  });
  afterEach(() => rm(root, { recursive: true }));

  it.each([
    ['image/jpeg', () => picture().jpeg().toBuffer()],
    ['image/png', () => picture().png().toBuffer()],
    ['image/webp', () => picture().webp().toBuffer()],
    ['image/avif', () => picture().avif().toBuffer()],
  ])('keeps %s under its hash, byte for byte', async (mediaType, make) => {
    const bytes = await make();
    const stored = await store.put(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(stored).toEqual({ sha256, widthPx: 40, heightPx: 30, sizeBytes: bytes.length, mediaType });
    const opened = await store.open(sha256);
    expect(opened.sizeBytes).toBe(bytes.length);
    expect(await buffer(opened.stream())).toEqual(bytes);
    expect(await store.read(sha256)).toEqual(bytes);
  });

  it('measures as displayed', async () => {
    const bytes = await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await store.put(bytes)).toMatchObject({ widthPx: 30, heightPx: 40 });
  });

  it('takes the same picture many times at once and leaves one file', async () => {
    const bytes = await picture().png().toBuffer();
    const stored = await Promise.all(Array.from({ length: 8 }, () => store.put(bytes)));
    const [{ sha256 }] = stored;
    const folder = path.join(root, 'made', 'when', 'missing', sha256.slice(0, 2), sha256.slice(2, 4));
    expect(await readdir(folder)).toEqual([sha256]);
  });

  it.each([
    ['PICTURE_UNREADABLE', 'no bytes', () => Buffer.alloc(0)],
    ['PICTURE_UNREADABLE', 'text', () => Buffer.from('not a picture at all')],
    [
      'PICTURE_UNREADABLE',
      'SVG',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    ['PICTURE_UNREADABLE', 'GIF', () => picture().gif().toBuffer()],
    ['PICTURE_UNREADABLE', 'a file cut off', cutOff],
    ['PICTURE_TOO_LARGE', 'too many bytes', () => Buffer.alloc(MAX_PICTURE_BYTES + 1)],
    ['PICTURE_TOO_MANY_PIXELS', 'a header bomb', headerBomb],
  ])('refuses with %s: %s', async (code, _, make) => {
    await expect(store.put(await make())).rejects.toMatchObject({ code });
    expect(await readdir(root)).toEqual([]);
  });

  it.each(['0'.repeat(64), '../../etc/passwd', '', 'ab/cd'])('finds nothing under "%s"', async (sha256) => {
    await expect(store.open(sha256)).rejects.toMatchObject({ code: 'PICTURE_NOT_FOUND' });
  });
});
