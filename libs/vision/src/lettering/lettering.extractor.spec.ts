import type { LetteringFeatures } from '@keyart/contracts';
import sharp from 'sharp';
import { decodePicture } from '../decode/decode-picture';
import { OnnxRuntime } from '../onnx/onnx-runtime';
import { fixturePicture } from '../test-pictures/fixture-pictures.factory';
import { paintPicture } from '../test-pictures/paint-picture.factory';
import { LetteringExtractor } from './lettering.extractor';

const runtime = new OnnxRuntime();
let extractor: LetteringExtractor;
let finder: LetteringExtractor;

beforeAll(async () => {
  extractor = await LetteringExtractor.open(runtime);
  finder = await LetteringExtractor.open(runtime, { reads: false });
});
afterAll(() => runtime.close());

const lookAt = async (name: string) => extractor.extract(await decodePicture(fixturePicture(name)));
const textsOf = ({ lines }: LetteringFeatures) => lines.map(({ text }) => text);

describe('LetteringExtractor', () => {
  it.each([
    ['big-buck-bunny/lettering.jpg', ['BIG BUCK', 'BUNNY']],
    ['elephants-dream/lettering.jpg', ['ELEPHANTS', 'DREAM']],
    ['pandoras-box/poster-dancer.jpg', ["PANDORA'S", 'BOX']],
    ['sherlock-jr/magnifying-glass.jpg', ['WIGS']],
  ])('reads %s from the top', async (name, texts) => {
    expect(textsOf(await lookAt(name))).toEqual(texts);
  });

  it.each([
    'nosferatu/castle.jpg',
    'elephants-dream/walk-over-abyss.jpg',
    'spring/little-dog.jpg',
    'just-suppose/couple.jpg',
  ])('finds none on %s', async (name) => {
    expect(await lookAt(name)).toEqual({ lines: [], areaFraction: 0 });
  });

  it('says where and how surely', async () => {
    const { lines, areaFraction } = await lookAt('sintel/lettering.jpg');
    expect(lines).toHaveLength(1);
    const [{ box, confidence, text, textConfidence }] = lines;
    expect(text).toBe('SINTEL');
    expect(Math.min(confidence, textConfidence ?? 0)).toBeGreaterThan(0.9);
    expect(box.x).toBeCloseTo(0.55, 1);
    expect(box.y).toBeCloseTo(0.24, 1);
    expect(areaFraction).toBeCloseTo(box.width * box.height);
  });

  it('reads what is drawn on a large picture', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><rect width="100%" height="100%" fill="#245"/>
      <g font-family="sans-serif" font-size="120" fill="#fff"><text x="150" y="300">Midnight Train</text>
      <text x="150" y="700">SEASON 2</text></g></svg>`;
    const picture = await decodePicture(await sharp(Buffer.from(svg)).png().toBuffer());
    expect(
      textsOf(await extractor.extract(picture))
        .join('/')
        .replaceAll(' ', ''),
    ).toBe('MidnightTrain/SEASON2');
  });

  it('finds nothing on a plain picture, however small', async () => {
    for (const [width, height] of [
      [300, 200],
      [1, 1],
      [2000, 3],
    ]) {
      const plain = await paintPicture(width, height, () => [90, 90, 90]);
      expect(await extractor.extract(plain)).toEqual({ lines: [], areaFraction: 0 });
    }
  });

  it('finds without reading, which is another version', async () => {
    const picture = await decodePicture(fixturePicture('tears-of-steel/poster.jpg'));
    const { lines } = await finder.extract(picture);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every(({ text, textConfidence }) => text === null && textConfidence === null)).toBe(true);
    expect(finder.version).not.toBe(extractor.version);
  });

  it('gives the same for the same picture', async () => {
    const name = 'the-cabinet-of-dr-caligari/poster.jpg';
    expect(await lookAt(name)).toEqual(await lookAt(name));
  });
});
