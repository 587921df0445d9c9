import type { PictureBox } from '@keyart/contracts';
import fc from 'fast-check';
import { planCrops } from './plan-crops';

const SIZE = { widthPx: 1600, heightPx: 900 };
function saliencyAt(place: number): { widthPx: number; heightPx: number; values: Float32Array } {
  const values = new Float32Array(64 * 36);
  for (let y = 0; y < 36; y++) values[y * 64 + Math.min(63, Math.floor(place * 64))] = 1;
  return { widthPx: 64, heightPx: 36, values };
}
const cropsOf = (faces: PictureBox[], place = 0.5) =>
  planCrops({ ...SIZE, faces, saliency: saliencyAt(place) });

describe('planCrops', () => {
  it('lays each aspect over what draws the eye, as large as it can be', () => {
    const crops = cropsOf([], 0.9);
    expect(crops.map(({ aspect }) => aspect)).toEqual(['2:3', '16:9', '1:1']);
    for (const { aspect, box, keptFraction } of crops) {
      const [across, down] = aspect.split(':').map(Number);
      expect((box.width * SIZE.widthPx) / (box.height * SIZE.heightPx)).toBeCloseTo(across / down, 6);
      expect(Math.max(box.width, box.height)).toBe(1);
      expect(keptFraction).toBeCloseTo(1, 6);
    }
  });

  it('keeps every face whole, or does not offer the aspect', () => {
    const face = fc.record({
      x: fc.double({ min: 0, max: 0.8, noNaN: true }),
      y: fc.double({ min: 0, max: 0.7, noNaN: true }),
      width: fc.double({ min: 0.02, max: 0.2, noNaN: true }),
      height: fc.double({ min: 0.02, max: 0.3, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(face, { minLength: 1, maxLength: 3 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (faces, place) => {
          for (const { box } of cropsOf(faces, place)) {
            expect(box.x).toBeGreaterThanOrEqual(0);
            expect(box.x + box.width).toBeLessThanOrEqual(1 + 1e-9);
            for (const { x, width } of faces) {
              expect(x).toBeGreaterThanOrEqual(box.x - 1e-9);
              expect(x + width).toBeLessThanOrEqual(box.x + box.width + 1e-9);
            }
          }
        },
      ),
    );
  });

  it('offers no upright crop of faces far apart', () => {
    const faces = [0, 0.9].map((x) => ({ x, y: 0.3, width: 0.1, height: 0.2 }));
    expect(cropsOf(faces).map(({ aspect }) => aspect)).toEqual(['16:9']);
  });
});
