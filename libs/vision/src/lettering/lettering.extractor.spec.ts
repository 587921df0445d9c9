import { decodePicture } from '../decode/decode-picture';
import { OnnxRuntime } from '../onnx/onnx-runtime';
import { fixturePicture } from '../test-pictures/fixture-pictures.factory';
import { paintPicture } from '../test-pictures/paint-picture.factory';
import { LetteringExtractor } from './lettering.extractor';

const runtime = new OnnxRuntime();
let finder: LetteringExtractor;
let reader: LetteringExtractor;
beforeAll(async () => {
  finder = await LetteringExtractor.open(runtime, { reads: false });
  reader = await LetteringExtractor.open(runtime, { reads: true });
});
afterAll(() => runtime.close());

function picture(name: string) {
  return decodePicture(fixturePicture(name));
}

describe('LetteringExtractor', () => {
  it('finds lines without reading them', async () => {
    const { lines, areaFraction } = await finder.extract(await picture('nosferatu/lettering.jpg'));
    expect(lines).toHaveLength(2);
    expect(lines[0].box.y).toBeLessThan(lines[1].box.y);
    expect(lines[0].box.width).toBeGreaterThan(0.8);
    expect(areaFraction).toBeGreaterThan(0.25);
    expect(areaFraction).toBeLessThan(0.6);
    for (const line of lines) {
      expect(line).toMatchObject({ text: null, textConfidence: null });
      expect(line.confidence).toBeGreaterThan(0.8);
    }
  });

  it.each([
    ['big-buck-bunny/lettering.jpg', ['BIG BUCK', 'BUNNY']],
    ['elephants-dream/lettering.jpg', ['ELEPHANTS', 'DREAM']],
    ['faust/poster-wings.jpg', ['FAUST']],
    ['tears-of-steel/lettering.jpg', ['TEARS OF STEEL']],
    ['pandoras-box/lettering.jpg', ["PANDORA'S", 'BOX']],
  ])('reads %s', async (name, wanted) => {
    const { lines } = await reader.extract(await picture(name));
    expect(lines.map(({ text }) => text)).toEqual(wanted);
    for (const { textConfidence } of lines) expect(textConfidence).toBeGreaterThan(0.9);
  });

  it('finds painted letters that run aslant', async () => {
    const { lines } = await finder.extract(await picture('good-references/lettering.jpg'));
    expect(lines.length).toBeGreaterThanOrEqual(3);
  });

  it.each([
    'big-buck-bunny/meadow.jpg',
    'elephants-dream/wide-eyes.jpg',
    'nosferatu/shadow-on-stairs.jpg',
    'nosferatu/ghost-ship.jpg',
    'sintel/girl-close-up.jpg',
    'spring/little-dog.jpg',
  ])('finds none in %s', async (name) => {
    expect(await finder.extract(await picture(name))).toEqual({ lines: [], areaFraction: 0 });
  });

  it('finds none in a flat or tiny picture', async () => {
    for (const [width, height] of [
      [300, 200],
      [1, 1],
      [900, 3],
    ])
      expect((await reader.extract(await paintPicture(width, height, () => [9, 9, 9]))).lines).toEqual([]);
  });

  it('is equal for equal bytes, and says by its version whether it reads', async () => {
    const one = await reader.extract(await picture('sintel/poster.jpg'));
    expect(await reader.extract(await picture('sintel/poster.jpg'))).toEqual(one);
    expect(reader.version).not.toBe(finder.version);
    expect(Object.keys(one).sort()).toEqual(finder.fields.map(({ name }) => name).sort());
  });
});
