import sharp from 'sharp';
import { decodePicture } from '../decode/decode-picture';
import { gaussianNoise } from '../test-pictures/gaussian-noise.factory';
import { fixturePicture } from '../test-pictures/fixture-pictures.factory';
import { paintLuma } from '../test-pictures/paint-luma.factory';
import { blockinessRatio } from './blockiness-ratio';

async function ratioOf(bytes: Buffer): Promise<number> {
  return blockinessRatio(await (await decodePicture(bytes)).luma(1024));
}

/** A photograph-like picture scaled so that its own compression is gone. */
async function cleanPicture(): Promise<Buffer> {
  return sharp(fixturePicture('tears-of-steel/soldier-at-the-screens.jpg')).resize(480).png().toBuffer();
}

describe('blockinessRatio', () => {
  it('rises as JPEG quality falls', async () => {
    const clean = await cleanPicture();
    const ladder = [await ratioOf(clean)];
    for (const quality of [90, 70, 50, 30, 10]) {
      ladder.push(await ratioOf(await sharp(clean).jpeg({ quality }).toBuffer()));
    }
    expect(ladder).toEqual([...ladder].sort((a, b) => a - b));
    expect(ladder[0]).toBeLessThan(1.05);
    expect(ladder[5]).toBeGreaterThan(2);
  });

  it('finds the grid after cropping and turning', async () => {
    const blocky = await sharp(await cleanPicture())
      .jpeg({ quality: 15 })
      .toBuffer();
    const whole = await ratioOf(blocky);
    const moved = { left: 3, top: 5, width: 400, height: 240 };
    const cropped = await ratioOf(await sharp(blocky).extract(moved).rotate(90).png().toBuffer());
    expect(cropped / whole).toBeCloseTo(1, 0);
    expect(cropped).toBeGreaterThan(1.8);
  });

  it('is the height of the steps for blocks alone', () => {
    const noise = gaussianNoise('blocks', 30);
    const blocks = Array.from({ length: 1600 }, () => 128 + noise());
    const luma = paintLuma(320, 320, (x, y) => blocks[Math.floor(y / 8) * 40 + Math.floor(x / 8)]);
    expect(blockinessRatio(luma)).toBeGreaterThan(100);
  });

  it('is about 1 for noise, whatever its strength', () => {
    for (const sigma of [1, 10]) {
      const noise = gaussianNoise(`noise/${sigma}`, sigma);
      expect(blockinessRatio(paintLuma(320, 240, () => 128 + noise()))).toBeCloseTo(1, 1);
    }
  });

  it('is 1 for a flat picture, and for one too small to tell', () => {
    expect(blockinessRatio(paintLuma(320, 240, () => 128))).toBe(1);
    expect(blockinessRatio(paintLuma(31, 400, (x) => x * 8))).toBe(1);
  });
});
