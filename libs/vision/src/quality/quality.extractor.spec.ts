import sharp from 'sharp';
import { decodePicture } from '../decode/decode-picture';
import { fixturePicture } from '../test-pictures/fixture-pictures.factory';
import { paintPicture } from '../test-pictures/paint-picture.factory';
import { QualityExtractor } from './quality.extractor';

const extractor = new QualityExtractor();

describe('QualityExtractor', () => {
  it('reads every field within its range', async () => {
    const quality = await extractor.extract(await decodePicture(fixturePicture('spring/poster.jpg')));
    expect(Object.keys(quality).sort()).toEqual(extractor.fields.map(({ name }) => name).sort());
    for (const { name, range } of extractor.fields) {
      const value = quality[name as keyof typeof quality];
      expect(value).toBeGreaterThanOrEqual(range[0]);
      expect(value).toBeLessThanOrEqual(range[1]);
    }
  });

  it('tells a blurred copy', async () => {
    const bytes = fixturePicture('sintel/market-fruit.jpg');
    const blurred = await sharp(bytes).blur(4).jpeg().toBuffer();
    const [sharpOne, blurredOne] = await Promise.all(
      [bytes, blurred].map(async (file) => extractor.extract(await decodePicture(file))),
    );
    expect(sharpOne.sharpnessFraction).toBeGreaterThan(0.6);
    expect(blurredOne.sharpnessFraction).toBeLessThan(0.15);
  });

  it('sees blocks of a picture larger than the working copy', async () => {
    const large = sharp(fixturePicture('sintel/market-fruit.jpg')).resize(2400);
    const ratioAt = async (quality: number) => {
      const picture = await decodePicture(await large.clone().jpeg({ quality }).toBuffer());
      return (await extractor.extract(picture)).blockinessRatio;
    };
    expect(await ratioAt(10)).toBeGreaterThan(2 * (await ratioAt(95)));
  });

  it('counts the bits of the file', async () => {
    const picture = await paintPicture(100, 50, () => [10, 20, 30]);
    const { widthPx, heightPx, bitsPerPixel } = await extractor.extract(picture);
    expect([widthPx, heightPx]).toEqual([100, 50]);
    expect(bitsPerPixel).toBe((picture.bytes.length * 8) / 5000);
  });

  it('takes a picture of one pixel', async () => {
    const quality = await extractor.extract(await paintPicture(1, 1, () => [255, 255, 255]));
    expect(quality).toMatchObject({
      sharpnessFraction: 0,
      noiseLevels: 0,
      blockinessRatio: 1,
      brightFraction: 1,
    });
  });
});
