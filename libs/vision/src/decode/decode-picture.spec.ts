import { crc32 } from 'node:zlib';
import sharp, { type Color, type Sharp } from 'sharp';
import type { RawPixels } from '../decoded-picture';
import { VisionInputError } from '../errors';
import { decodePicture, WORKING_SIZE_PX } from './decode-picture';

const RED = { r: 200, g: 30, b: 40 };

function flat(width: number, height: number, background: Color = RED): Sharp {
  return sharp({ create: { width, height, channels: 3, background } });
}

/** Left half red, right half black. */
async function halves(width: number, height: number): Promise<Sharp> {
  const black = await flat(width / 2, height, '#000')
    .png()
    .toBuffer();
  return sharp(
    await flat(width, height)
      .composite([{ input: black, left: width / 2, top: 0 }])
      .png()
      .toBuffer(),
  );
}

function colourAt({ widthPx, data }: RawPixels, x: number, y: number): number[] {
  return [...data.subarray((y * widthPx + x) * 3, (y * widthPx + x) * 3 + 3)];
}

function expectNear(colour: readonly number[], wanted: readonly number[], tolerance: number): void {
  expect(colour).toHaveLength(3);
  expect(Math.max(...colour.map((value, i) => Math.abs(value - wanted[i])))).toBeLessThanOrEqual(tolerance);
}

describe('decodePicture', () => {
  it('keeps size, format and pixels of a small picture', async () => {
    const bytes = await flat(60, 40).png().toBuffer();
    const picture = await decodePicture(bytes);
    expect(picture).toMatchObject({ widthPx: 60, heightPx: 40, format: 'png', bytes });
    expect(picture.working).toMatchObject({ widthPx: 60, heightPx: 40, channelCount: 3 });
    expect(picture.working.data).toHaveLength(60 * 40 * 3);
    expect(colourAt(picture.working, 30, 20)).toEqual([200, 30, 40]);
  });

  it('scales the working copy of a large picture', async () => {
    const picture = await decodePicture(await flat(3000, 1500).jpeg().toBuffer());
    expect([picture.widthPx, picture.heightPx]).toEqual([3000, 1500]);
    expect([picture.working.widthPx, picture.working.heightPx]).toEqual([
      WORKING_SIZE_PX,
      WORKING_SIZE_PX / 2,
    ]);
  });

  it.each([
    [3, [60, 40], [55, 20]],
    [6, [40, 60], [20, 5]],
    [8, [40, 60], [20, 55]],
  ])('turns by EXIF orientation %i', async (orientation, size, redAt) => {
    const bytes = await (await halves(60, 40)).withMetadata({ orientation }).jpeg().toBuffer();
    const { widthPx, heightPx, working } = await decodePicture(bytes);
    expect([widthPx, heightPx]).toEqual(size);
    expect([working.widthPx, working.heightPx]).toEqual(size);
    expectNear(colourAt(working, redAt[0], redAt[1]), [200, 30, 40], 6);
    expectNear(colourAt(working, size[0] - 1 - redAt[0], size[1] - 1 - redAt[1]), [0, 0, 0], 6);
  });

  it('turns a large picture by EXIF too', async () => {
    const bytes = await (await halves(2400, 1200)).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { widthPx, working } = await decodePicture(bytes);
    expect([widthPx, working.widthPx, working.heightPx]).toEqual([1200, 512, 1024]);
    expectNear(colourAt(working, 256, 100), [200, 30, 40], 6);
  });

  it('turns CMYK into sRGB', async () => {
    const bytes = await flat(60, 40).toColourspace('cmyk').jpeg().toBuffer();
    expect((await sharp(bytes).metadata()).space).toBe('cmyk');
    const { working } = await decodePicture(bytes);
    expect(working.data).toHaveLength(60 * 40 * 3);
    expectNear(colourAt(working, 30, 20), [200, 30, 40], 30);
  });

  it('halves 16 bits', async () => {
    const bytes = await flat(60, 40).toColourspace('rgb16').png().toBuffer();
    expect((await sharp(bytes).metadata()).depth).toBe('ushort');
    expectNear(colourAt((await decodePicture(bytes)).working, 30, 20), [200, 30, 40], 1);
  });

  it.each(['b-w', 'grey16'])('makes three channels of %s', async (space) => {
    const bytes = await flat(60, 40, '#7b7b7b').toColourspace(space).png().toBuffer();
    expect((await sharp(bytes).metadata()).channels).toBe(1);
    expectNear(colourAt((await decodePicture(bytes)).working, 30, 20), [123, 123, 123], 1);
  });

  it.each([3, 4] as const)('lays alpha over mid grey (%i)', async (channels) => {
    const clear = {
      width: 60,
      height: 40,
      channels: 4 as const,
      background: { r: 255, g: 255, b: 255, alpha: 0.5 },
    };
    const picture = sharp({ create: clear });
    const bytes = await (channels === 3 ? picture.toColourspace('b-w') : picture).png().toBuffer();
    expectNear(colourAt((await decodePicture(bytes)).working, 30, 20), [191, 191, 191], 1);
  });

  it('reads colours by the embedded profile', async () => {
    const bytes = await flat(60, 40).withIccProfile('p3').png().toBuffer();
    const stored = await sharp(bytes, { ignoreIcc: true }).raw().toBuffer();
    expect(Math.abs(stored[0] - 200)).toBeGreaterThan(5);
    expectNear(colourAt((await decodePicture(bytes)).working, 30, 20), [200, 30, 40], 2);
  });

  it.each(['webp', 'gif'] as const)('looks at the first frame of an animated %s', async (format) => {
    const frames = [await flat(60, 40).png().toBuffer(), await flat(60, 40, '#00f').png().toBuffer()];
    const bytes = await sharp(frames, { join: { animated: true } })
      .toFormat(format)
      .toBuffer();
    expect((await sharp(bytes).metadata()).pages).toBe(2);
    const { widthPx, heightPx, working } = await decodePicture(bytes);
    expect([widthPx, heightPx, working.heightPx]).toEqual([60, 40, 40]);
    expectNear(colourAt(working, 30, 20), [200, 30, 40], 8);
  });
});

describe('copies of a decoded picture', () => {
  it('are scaled, and shared', async () => {
    const picture = await decodePicture(await flat(600, 400).png().toBuffer());
    const copy = await picture.rgb(100);
    expect(copy).toMatchObject({ widthPx: 100, heightPx: 67, channelCount: 3 });
    expect(await picture.rgb(100)).toBe(copy);
    expect(await picture.luma(100)).toBe(await picture.luma(100));
  });

  it('are never enlarged', async () => {
    const picture = await decodePicture(await flat(60, 40).png().toBuffer());
    expect(await picture.rgb(500)).toBe(picture.working);
    expect(await picture.luma(500)).toBe(await picture.luma(60));
  });

  it('have the luma of BT.601', async () => {
    const picture = await decodePicture(await flat(60, 40).png().toBuffer());
    const luma = await picture.luma(60);
    expect(luma).toMatchObject({ widthPx: 60, heightPx: 40, channelCount: 1 });
    expect(luma.data[0]).toBe(Math.round(0.299 * 200 + 0.587 * 30 + 0.114 * 40));
  });
});

describe('what decodePicture refuses', () => {
  async function codeOf(bytes: Buffer): Promise<string> {
    const refusal = await decodePicture(bytes).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(VisionInputError);
    return (refusal as VisionInputError).code;
  }

  it.each(['jpeg', 'png', 'webp'] as const)('a truncated %s', async (format) => {
    const bytes = await (await halves(600, 400)).toFormat(format).toBuffer();
    expect(await codeOf(bytes.subarray(0, Math.floor(bytes.length / 2)))).toBe('PICTURE_UNREADABLE');
  });

  it.each([Buffer.alloc(0), Buffer.from('<html>no picture</html>')])('no picture', async (bytes) => {
    expect(await codeOf(bytes)).toBe('PICTURE_UNREADABLE');
  });

  it('a drawing', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40"/></svg>';
    expect(await codeOf(Buffer.from(svg))).toBe('PICTURE_FORMAT_REFUSED');
  });

  it('more pixels than memory should hold, by the header alone', async () => {
    const bytes = await flat(8, 8).png().toBuffer();
    bytes.writeUInt32BE(50_000, 16);
    bytes.writeUInt32BE(50_000, 20);
    // PNG readers check the header's sum.
    bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
    expect(await codeOf(bytes)).toBe('PICTURE_TOO_MANY_PIXELS');
  });
});
