import sharp, { type Sharp } from 'sharp';
import { decodePicture } from '../decode/decode-picture';
import { fixturePicture, fixturePictures } from '../test-pictures/fixture-pictures.factory';
import { paintPicture } from '../test-pictures/paint-picture.factory';
import { hashDistance } from './hash-distance';
import { NEAR_DUPLICATE_DISTANCE } from './near-duplicate-distance';
import { perceptualHash } from './perceptual-hash';

async function hashOf(bytes: Buffer): Promise<string> {
  return perceptualHash(await decodePicture(bytes));
}

describe('perceptualHash', () => {
  it('is 16 hexadecimal digits, half of the bits set', async () => {
    const hash = await hashOf(fixturePicture('metropolis/poster.jpg'));
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(hashDistance(hash, '0000000000000000')).toBe(32);
  });

  it('is nothing for a flat picture of any colour', async () => {
    expect(await perceptualHash(await paintPicture(40, 30, () => [9, 99, 199]))).toBe('0000000000000000');
  });

  it('does not mind the shape: a squeezed picture is the same', async () => {
    const bytes = fixturePicture('sintel/market-fruit.jpg');
    const squeezed = await sharp(bytes).resize(300, 300, { fit: 'fill' }).png().toBuffer();
    expect(hashDistance(await hashOf(bytes), await hashOf(squeezed))).toBeLessThanOrEqual(2);
  });

  it('has opposite vertical or horizontal waves for a mirrored picture', async () => {
    const bytes = fixturePicture('sintel/market-fruit.jpg');
    const mirrored = await hashOf(await sharp(bytes).flop().png().toBuffer());
    expect(hashDistance(await hashOf(bytes), mirrored)).toBeGreaterThan(24);
  });
});

describe('NEAR_DUPLICATE_DISTANCE', () => {
  it('holds apart all pairs of fixture pictures', async () => {
    const hashes = await Promise.all(fixturePictures().map(({ bytes }) => hashOf(bytes)));
    expect(hashes.length).toBeGreaterThanOrEqual(84);
    const distances = hashes.flatMap((one, i) =>
      hashes.slice(i + 1).map((other) => hashDistance(one, other)),
    );
    expect(Math.min(...distances)).toBeGreaterThan(NEAR_DUPLICATE_DISTANCE);
  });

  it.each([
    ['JPEG at quality 20', (picture) => picture.jpeg({ quality: 20 })],
    ['WebP at quality 40', (picture) => picture.webp({ quality: 40, effort: 0 })],
    ['half size', (picture) => picture.resize({ width: 400 }).jpeg()],
    ['200 px', (picture) => picture.resize({ width: 200 }).jpeg()],
    ['shades of grey', (picture) => picture.greyscale().jpeg()],
  ] satisfies [string, (picture: Sharp) => Sharp][])(
    'brings together pictures and their copies: %s',
    async (_name, save) => {
      for (const { bytes } of fixturePictures().filter((_, i) => i % 14 === 0)) {
        const copy = await save(sharp(bytes)).toBuffer();
        expect(hashDistance(await hashOf(bytes), await hashOf(copy))).toBeLessThanOrEqual(
          NEAR_DUPLICATE_DISTANCE,
        );
      }
    },
  );
});
