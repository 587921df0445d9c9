import sharp from 'sharp';
import { decodePicture } from '../decode/decode-picture';
import { fixturePicture } from '../test-pictures/fixture-pictures.factory';
import { paintPicture } from '../test-pictures/paint-picture.factory';
import { CompositionExtractor } from './composition.extractor';

const extractor = new CompositionExtractor();

describe('CompositionExtractor', () => {
  it('finds a bright disc on a third of a calm ground, and room for a title beside it', async () => {
    const picture = await paintPicture(900, 600, (x, y) =>
      Math.hypot(x - 300, y - 200) < 70 ? [250, 240, 200] : [30, 50, 80],
    );
    const layout = await extractor.extract(picture);
    expect(Object.keys(layout).sort()).toEqual(extractor.fields.map(({ name }) => name).sort());
    expect(layout.saliencyCentroid.x).toBeCloseTo(1 / 3, 1);
    expect(layout.saliencyCentroid.y).toBeCloseTo(1 / 3, 1);
    expect(layout.thirdsDistanceFraction).toBeLessThan(0.02);
    expect(layout.symmetryFraction).toBeLessThan(0.1);
    expect(layout.negativeSpaceFraction).toBeGreaterThan(0.9);
    expect(layout.titleArea?.x).toBeGreaterThan(0.4);
    expect(layout.titleArea).toMatchObject({ y: 0, height: 1 });
  });

  it('mirrors with the picture', async () => {
    const bytes = fixturePicture('big-buck-bunny/evil-grin.jpg');
    const mirrored = await sharp(bytes).flop().png().toBuffer();
    const [one, other] = await Promise.all(
      [bytes, mirrored].map(async (file) => extractor.extract(await decodePicture(file))),
    );
    expect(other.saliencyCentroid.x).toBeCloseTo(1 - one.saliencyCentroid.x, 2);
    expect(other.symmetryFraction).toBeCloseTo(one.symmetryFraction, 2);
    expect(other.negativeSpaceFraction).toBeCloseTo(one.negativeSpaceFraction, 1);
  });

  it('tells a calm picture from a crowded one', async () => {
    const [calm, crowded] = await Promise.all(
      ['big-buck-bunny/evil-grin.jpg', 'tears-of-steel/control-room.jpg'].map(async (name) =>
        extractor.extract(await decodePicture(fixturePicture(name))),
      ),
    );
    expect(calm.negativeSpaceFraction).toBeGreaterThan(0.6);
    expect(calm.titleArea).not.toBeNull();
    expect(crowded.negativeSpaceFraction).toBeLessThan(0.1);
    expect(crowded.titleArea).toBeNull();
  });

  it('takes a picture of one pixel', async () => {
    expect(await extractor.extract(await paintPicture(1, 1, () => [1, 2, 3]))).toEqual({
      saliencyCentroid: { x: 0.5, y: 0.5 },
      thirdsDistanceFraction: expect.closeTo(1 / 6, 12),
      symmetryFraction: 1,
      negativeSpaceFraction: 1,
      titleArea: { x: 0, y: 0, width: 1, height: 1 },
    });
  });
});
