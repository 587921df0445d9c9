import sharp, { type Sharp } from 'sharp';
import { planDerivative, type DerivativePlan } from './plan-derivative';
import { SharpDerivativeEncoder } from './sharp-derivative-encoder';

const encoder = new SharpDerivativeEncoder();

/** Red, green; blue, white: from the top left, a quarter each. */
function quarters(size = 200): Sharp {
  const half = size / 2;
  const colours = [
    ['red', 0, 0],
    ['lime', half, 0],
    ['blue', 0, half],
    ['white', half, half],
  ];
  const rectangles = colours.map(
    ([fill, x, y]) => `<rect x="${x}" y="${y}" width="${half}" height="${half}" fill="${fill}"/>`,
  );
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${rectangles.join('')}</svg>`,
    ),
  ).removeAlpha();
}

function planOf(over: Partial<DerivativePlan>): DerivativePlan {
  const source = { widthPx: 200, heightPx: 200 };
  const crop = { leftPx: 0, topPx: 0, ...source };
  return {
    sha256: 'ab'.repeat(32),
    source,
    crop,
    output: { widthPx: 50, heightPx: 50 },
    format: 'jpeg',
    ...over,
  };
}

/** Each channel to within what encoders lose. */
function expectColour(made: readonly number[], wanted: readonly number[], missLevels = 5): void {
  expect(made).toHaveLength(wanted.length);
  wanted.forEach((level, channel) => expect(Math.abs(made[channel] - level)).toBeLessThanOrEqual(missLevels));
}

/** Mean colour, each channel 0 to 255. */
async function colourOf(file: Buffer): Promise<number[]> {
  const { channels } = await sharp(file).stats();
  return channels.map(({ mean }) => Math.round(mean));
}

describe('SharpDerivativeEncoder', () => {
  it.each(['avif', 'webp', 'jpeg'] as const)(
    'makes %s in the size planned, without metadata, in sRGB',
    async (format) => {
      const bytes = await quarters()
        .withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
        .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')
        .withIccProfile('p3')
        .jpeg()
        .toBuffer();
      const given = await sharp(bytes).metadata();
      expect([given.exif, given.xmp, given.icc].map((one) => one !== undefined)).toEqual([true, true, true]);
      const file = await encoder.encode(bytes, planOf({ format }));
      const made = await sharp(file).metadata();
      expect(made).toMatchObject({
        format: format === 'avif' ? 'heif' : format,
        width: 50,
        height: 50,
        space: 'srgb',
      });
      expect([made.exif, made.xmp, made.icc, made.iptc, made.orientation]).toEqual(Array(5).fill(undefined));
      expect(file.includes('somebody')).toBe(false);
    },
  );

  it.each([
    ['top left', { leftPx: 0, topPx: 0 }, [255, 0, 0]],
    ['top right', { leftPx: 100, topPx: 0 }, [0, 255, 0]],
    ['bottom left', { leftPx: 0, topPx: 100 }, [0, 0, 255]],
    ['bottom right', { leftPx: 100, topPx: 100 }, [255, 255, 255]],
  ])('cuts out the %s quarter', async (_, corner, colour) => {
    const crop = { ...corner, widthPx: 100, heightPx: 100 };
    expectColour(
      await colourOf(await encoder.encode(await quarters().png().toBuffer(), planOf({ crop }))),
      colour,
    );
  });

  it.each([
    // Value of the EXIF field → quarter of the file that is shown at the top left.
    [3, [255, 255, 255]],
    [6, [0, 0, 255]],
    [8, [0, 255, 0]],
  ])('crops as displayed, orientation %i', async (orientation, colour) => {
    const bytes = await quarters().withMetadata({ orientation }).jpeg({ quality: 100 }).toBuffer();
    const crop = { leftPx: 0, topPx: 0, widthPx: 90, heightPx: 90 };
    expectColour(await colourOf(await encoder.encode(bytes, planOf({ crop }))), colour);
  });

  it('converts colours of a wide profile', async () => {
    const green = sharp({ create: { width: 200, height: 200, channels: 3, background: '#40c060' } });
    const wide = await green.withIccProfile('p3').png().toBuffer();
    expectColour(await colourOf(await encoder.encode(wide, planOf({ format: 'webp' }))), [0x40, 0xc0, 0x60]);
    expect((await colourOf(wide))[0]).toBeGreaterThan(0x40 + 10);
  });

  it('takes grey, CMYK, 16 bits and transparency, and answers sRGB of 8 bits', async () => {
    const files = [
      quarters().greyscale().png(),
      quarters().toColourspace('cmyk').jpeg(),
      quarters().toColourspace('rgb16').png(),
      quarters().ensureAlpha(0.5).webp(),
    ];
    for (const file of files) {
      const made = await sharp(await encoder.encode(await file.toBuffer(), planOf({}))).metadata();
      expect(made).toMatchObject({ format: 'jpeg', width: 50, height: 50, depth: 'uchar', hasAlpha: false });
      expect(['srgb', 'b-w']).toContain(made.space);
    }
  });

  it('looks for what draws the eye in a picture nobody has read', async () => {
    const sun =
      '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200"><circle cx="500" cy="100" r="60" fill="red"/></svg>';
    const bytes = await sharp(Buffer.from(sun)).flatten({ background: '#ddd' }).png().toBuffer();
    const source = { sha256: 'ab'.repeat(32), widthPx: 600, heightPx: 200 };
    const plan = planDerivative(source, { aspect: '1:1', widthPx: 100, format: 'jpeg' }, null);
    const [red, green] = await colourOf(await encoder.encode(bytes, plan));
    expect(red - green).toBeGreaterThan(30);
  });

  it('says so when the file cannot be read', async () => {
    const whole = await quarters().jpeg().toBuffer();
    for (const bytes of [Buffer.alloc(0), whole.subarray(0, whole.length / 2)])
      await expect(encoder.encode(bytes, planOf({}))).rejects.toMatchObject({ code: 'DERIVATIVE_NOT_MADE' });
  });
});
