import { toOklab } from '../pixels/oklab';
import { paintRgb, type Paint } from '../test-pictures/paint-rgb.factory';
import { saliencyCentroid } from './saliency-centroid';
import { saliencyMap } from './saliency-map';

const WIDTH_PX = 128;
const HEIGHT_PX = 72;

function draw(colourAt: Paint) {
  const pixels = toOklab(paintRgb(WIDTH_PX, HEIGHT_PX, colourAt));
  const map = saliencyMap(pixels);
  return { map, centroid: saliencyCentroid(map, pixels) };
}

function disc(x: number, y: number, [centreX, centreY]: readonly [number, number]): boolean {
  return Math.hypot(x + 0.5 - centreX, y + 0.5 - centreY) < 9;
}

describe('saliency', () => {
  it.each([
    [[40, 24], 'bright', [240, 240, 240]],
    [[90, 50], 'red', [190, 60, 60]],
    [[30, 55], 'dark', [10, 10, 10]],
  ] as const)('lies on a disc at %j that is %s', (centre, _name, colour) => {
    const { map, centroid } = draw((x, y) => (disc(x, y, centre) ? colour : [110, 110, 110]));
    expect(centroid.x).toBeCloseTo(centre[0] / WIDTH_PX, 1);
    expect(centroid.y).toBeCloseTo(centre[1] / HEIGHT_PX, 1);
    const peak = map.indexOf(Math.max(...map));
    expect(disc(peak % WIDTH_PX, Math.floor(peak / WIDTH_PX), centre)).toBe(true);
    expect(map[0]).toBeLessThan(0.01);
  });

  it('lies between two discs', () => {
    const { centroid } = draw((x, y) =>
      disc(x, y, [32, 36]) || disc(x, y, [96, 36]) ? [255, 255, 255] : [80, 80, 80],
    );
    expect(centroid.x).toBeCloseTo(0.5, 2);
    expect(centroid.y).toBeCloseTo(0.5, 2);
  });

  it('leaves alone what reaches the border', () => {
    const { map } = draw((x, y) =>
      x < 50 ? [20, 60, 20] : disc(x, y, [90, 36]) ? [250, 90, 40] : [150, 170, 200],
    );
    const at = (x: number, y: number) => map[y * WIDTH_PX + x];
    expect(at(90, 36)).toBeGreaterThan(3 * at(10, 36));
  });

  it('is nowhere on a flat picture; its centre is the middle', () => {
    const { map, centroid } = draw(() => [90, 120, 150]);
    expect(Math.max(...map)).toBeLessThan(1e-6);
    expect(centroid).toEqual({ x: 0.5, y: 0.5 });
  });
});
