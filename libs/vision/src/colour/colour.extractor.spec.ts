import sharp from 'sharp';
import { decodePicture } from '../decode/decode-picture';
import { fixturePicture } from '../test-pictures/fixture-pictures.factory';
import { paintPicture } from '../test-pictures/paint-picture.factory';
import { ColourExtractor } from './colour.extractor';

const extractor = new ColourExtractor();

describe('ColourExtractor', () => {
  it('describes its fields', async () => {
    const colour = await extractor.extract(await paintPicture(20, 10, () => [200, 30, 40]));
    expect(Object.keys(colour).sort()).toEqual(extractor.fields.map(({ name }) => name).sort());
    expect(colour.palette).toEqual([{ hex: '#c81e28', fraction: 1 }]);
  });

  it.each([
    ['spring/little-dog.jpg', 'cold'],
    ['pandoras-box/dancer-portrait.jpg', 'warm'],
  ])('tells that %s is %s', async (name, wanted) => {
    const { warmth } = await extractor.extract(await decodePicture(fixturePicture(name)));
    expect(Math.sign(warmth)).toBe(wanted === 'warm' ? 1 : -1);
    expect(Math.abs(warmth)).toBeGreaterThan(0.3);
  });

  it('is about the same for a smaller copy, and equal for equal bytes', async () => {
    const bytes = fixturePicture('big-buck-bunny/meadow.jpg');
    const small = await sharp(bytes).resize(400).jpeg().toBuffer();
    const [one, again, other] = await Promise.all(
      [bytes, bytes, small].map(async (file) => extractor.extract(await decodePicture(file))),
    );
    expect(again).toEqual(one);
    expect(other.colourfulness / one.colourfulness).toBeCloseTo(1, 1);
    expect(other.warmth).toBeCloseTo(one.warmth, 1);
    expect(other.palette[0].fraction).toBeCloseTo(one.palette[0].fraction, 1);
  });

  it('has no hue for a black and white picture', async () => {
    const grey = await sharp(fixturePicture('big-buck-bunny/meadow.jpg')).greyscale().jpeg().toBuffer();
    const colour = await extractor.extract(await decodePicture(grey));
    expect(colour).toMatchObject({ colourfulness: 0, saturationFraction: 0, dominantHueDegrees: null });
    expect(colour.warmth).toBeCloseTo(0, 3);
  });
});
