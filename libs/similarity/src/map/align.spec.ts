import { createRandom } from '@keyart/common';
import { alignTo } from './align';
import type { MapPoint } from './lay-out';

const random = createRandom('points');
const POINTS: MapPoint[] = Array.from({ length: 20 }, () => ({ x: random.next(), y: random.next() }));

/** Turned by the angle, mirrored or not, grown and moved. */
function moved({ x, y }: MapPoint, angle: number, flip: number): MapPoint {
  const [c, s] = [2.5 * Math.cos(angle), 2.5 * Math.sin(angle)];
  return { x: c * x - s * flip * y + 7, y: s * x + c * flip * y - 3 };
}

describe('alignTo', () => {
  it.each([
    [0.7, 1],
    [-2.9, 1],
    [1.3, -1],
    [Math.PI, -1],
  ])('takes back a turn of %f with mirror %i, scale and shift', (angle, flip) => {
    const now = POINTS.map((point) => moved(point, angle, flip));
    const [before, common] = [POINTS.slice(0, 12), now.slice(0, 12)];
    alignTo(now, { before, now: common }).forEach(({ x, y }, i) => {
      expect(x).toBeCloseTo(POINTS[i].x, 10);
      expect(y).toBeCloseTo(POINTS[i].y, 10);
    });
  });

  it('is nearest in squares: no small turn or shift of it is nearer', () => {
    const noisy = POINTS.map((point) => {
      const { x, y } = moved(point, 0.4, 1);
      return { x: x + 0.2 * random.next(), y: y + 0.2 * random.next() };
    });
    const found = alignTo(noisy, { before: POINTS, now: noisy });
    const error = (points: readonly MapPoint[]): number =>
      points.reduce((sum, { x, y }, i) => sum + (x - POINTS[i].x) ** 2 + (y - POINTS[i].y) ** 2, 0);
    const best = error(found);
    for (const change of [
      ({ x, y }: MapPoint) => ({ x: x + 0.01, y }),
      ({ x, y }: MapPoint) => ({ x: x - 0.01 * y, y: y + 0.01 * x }),
      ({ x, y }: MapPoint) => ({ x: x * 1.01, y: y * 1.01 }),
    ])
      expect(error(found.map(change))).toBeGreaterThan(best);
  });

  it('leaves a map alone that has too little in common with the last', () => {
    expect(alignTo(POINTS, { before: POINTS.slice(0, 2), now: POINTS.slice(0, 2) })).toEqual(POINTS);
    const same = Array.from({ length: 4 }, () => ({ x: 1, y: 1 }));
    expect(alignTo(same, { before: POINTS.slice(0, 4), now: same })).toEqual(same);
  });
});
