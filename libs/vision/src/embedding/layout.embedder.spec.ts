import sharp, { type Sharp } from 'sharp';
import { decodePicture } from '../decode/decode-picture';
import { fixturePicture, fixturePictures } from '../test-pictures/fixture-pictures.factory';
import { paintPicture } from '../test-pictures/paint-picture.factory';
import { LayoutEmbedder } from './layout.embedder';

const embedder = new LayoutEmbedder();

async function vectorOf(bytes: Buffer): Promise<readonly number[]> {
  return (await embedder.embed(await decodePicture(bytes))).values;
}

function cosine(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, i) => sum + value * other[i], 0);
}

describe('LayoutEmbedder', () => {
  it('names its model; vectors have its length, and length 1', async () => {
    const { model, values } = await embedder.embed(await decodePicture(fixturePicture('spring/staff.jpg')));
    expect(model).toBe(embedder.model);
    expect(values).toHaveLength(embedder.dimensionCount);
    expect(cosine(values, values)).toBeCloseTo(1, 12);
  });

  it.each([
    ['JPEG at quality 20', (picture) => picture.jpeg({ quality: 20 })],
    ['WebP at quality 40', (picture) => picture.webp({ quality: 40, effort: 0 })],
    ['200 px', (picture) => picture.resize({ width: 200 }).jpeg()],
  ] satisfies [string, (picture: Sharp) => Sharp][])(
    'sees a picture in its copy: %s',
    async (_name, save) => {
      for (const { bytes } of fixturePictures().filter((_, i) => i % 14 === 0)) {
        const copy = await save(sharp(bytes)).toBuffer();
        expect(cosine(await vectorOf(bytes), await vectorOf(copy))).toBeGreaterThan(0.98);
      }
    },
  );

  it('holds all fixture pictures apart', async () => {
    const vectors = await Promise.all(fixturePictures().map(({ bytes }) => vectorOf(bytes)));
    const cosines = vectors.flatMap((one, i) => vectors.slice(i + 1).map((other) => cosine(one, other)));
    cosines.sort((a, b) => a - b);
    expect(cosines[cosines.length - 1]).toBeLessThan(0.98);
    expect(cosines[cosines.length / 2]).toBeLessThan(0.5);
  });

  it('tells where colours are, and which way edges run', async () => {
    const [left, right, across, down] = await Promise.all([
      paintPicture(64, 64, (x) => (x < 32 ? [220, 40, 40] : [60, 60, 60])),
      paintPicture(64, 64, (x) => (x < 32 ? [60, 60, 60] : [220, 40, 40])),
      paintPicture(64, 64, (x) => (x % 16 < 8 ? [60, 60, 60] : [200, 200, 200])),
      paintPicture(64, 64, (_, y) => (y % 16 < 8 ? [60, 60, 60] : [200, 200, 200])),
    ]);
    const [a, b, c, d] = await Promise.all(
      [left, right, across, down].map(async (picture) => (await embedder.embed(picture)).values),
    );
    expect(cosine(a, b)).toBeLessThan(0.8);
    expect(cosine(c, d)).toBeLessThan(0.6);
  });

  it.each([[[119, 119, 119]], [[0, 0, 0]]] as const)('has a direction for flat %j', async (colour) => {
    const { values } = await embedder.embed(await paintPicture(1, 1, () => colour));
    expect(cosine(values, values)).toBeCloseTo(1, 12);
  });
});
