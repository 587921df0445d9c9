import sharp from 'sharp';
import { decodePicture } from '../decode/decode-picture';
import { OnnxRuntime } from '../onnx/onnx-runtime';
import { fixturePicture } from '../test-pictures/fixture-pictures.factory';
import { paintPicture } from '../test-pictures/paint-picture.factory';
import { FacesExtractor } from './faces.extractor';

const runtime = new OnnxRuntime();
let extractor: FacesExtractor;
beforeAll(async () => {
  extractor = await FacesExtractor.open(runtime);
});
afterAll(() => runtime.close());

async function facesOf(bytes: Buffer) {
  return extractor.extract(await decodePicture(bytes));
}

describe('FacesExtractor', () => {
  // Centre and height as a person measured them.
  it.each([
    ['sintel/girl-close-up.jpg', { centreX: 0.46, centreY: 0.56, height: 0.46 }],
    ['sintel/hunter-strikes.jpg', { centreX: 0.49, centreY: 0.49, height: 0.33 }],
    ['sherlock-jr/stone-face.jpg', { centreX: 0.31, centreY: 0.62, height: 0.6 }],
    ['sherlock-jr/poster.jpg', { centreX: 0.42, centreY: 0.54, height: 0.15 }],
    ['metropolis/poster.jpg', { centreX: 0.51, centreY: 0.68, height: 0.25 }],
    ['tears-of-steel/soldier-at-the-screens.jpg', { centreX: 0.52, centreY: 0.31, height: 0.31 }],
    ['the-cabinet-of-dr-caligari/crooked-street.jpg', { centreX: 0.38, centreY: 0.29, height: 0.2 }],
  ])('finds the face of %s', async (name, wanted) => {
    const { faces, tallestFraction, areaFraction } = await facesOf(fixturePicture(name));
    expect(faces).toHaveLength(1);
    const [{ box, confidence }] = faces;
    expect(Math.abs(box.x + box.width / 2 - wanted.centreX)).toBeLessThan(0.05);
    expect(Math.abs(box.y + box.height / 2 - wanted.centreY)).toBeLessThan(0.07);
    expect(box.height / wanted.height).toBeGreaterThan(0.65);
    expect(box.height / wanted.height).toBeLessThan(1.5);
    expect(confidence).toBeGreaterThan(0.6);
    expect(tallestFraction).toBe(box.height);
    expect(areaFraction).toBeCloseTo(box.width * box.height);
  });

  it('finds both painted faces that look at each other, one of them in profile', async () => {
    const { faces } = await facesOf(fixturePicture('good-references/ill-fix-you.jpg'));
    expect(faces).toHaveLength(2);
  });

  it('finds a face upside down', async () => {
    const { faces } = await facesOf(fixturePicture('the-cabinet-of-dr-caligari/hand-on-the-sleeper.jpg'));
    expect(faces).toHaveLength(1);
    expect(faces[0].box.height).toBeGreaterThan(0.3);
  });

  it.each([
    'big-buck-bunny/meadow.jpg',
    'metropolis/city-of-towers.jpg',
    'nosferatu/ghost-ship.jpg',
    'nosferatu/lettering.jpg',
    'spring/icy-branch.jpg',
    'faust/poster.jpg',
    'tears-of-steel/robot-over-canal.jpg',
  ])('finds none in %s', async (name) => {
    expect(await facesOf(fixturePicture(name))).toEqual({ faces: [], areaFraction: 0, tallestFraction: 0 });
  });

  it('finds none in a flat, a tiny or a very long picture', async () => {
    for (const [width, height] of [
      [300, 200],
      [1, 1],
      [2000, 20],
    ])
      expect((await extractor.extract(await paintPicture(width, height, () => [120, 90, 60]))).faces).toEqual(
        [],
      );
  });

  it('is equal for equal bytes, and about the same for a mirrored picture', async () => {
    const bytes = fixturePicture('sintel/girl-by-the-fire.jpg');
    const mirrored = await sharp(bytes).flop().png().toBuffer();
    const [one, again, other] = [await facesOf(bytes), await facesOf(bytes), await facesOf(mirrored)];
    expect(again).toEqual(one);
    expect(one.faces).toHaveLength(1);
    const { box } = one.faces[0];
    expect(other.faces[0].box.x + other.faces[0].box.width).toBeCloseTo(1 - box.x, 1);
  });

  it('describes its fields', async () => {
    const features = await extractor.extract(await paintPicture(20, 10, () => [0, 0, 0]));
    expect(Object.keys(features).sort()).toEqual(extractor.fields.map(({ name }) => name).sort());
  });
});
