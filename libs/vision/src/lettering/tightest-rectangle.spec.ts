import * as fc from 'fast-check';
import { tightestRectangle, type PlanePoint } from './tightest-rectangle';

function turned(points: readonly PlanePoint[], radians: number): PlanePoint[] {
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return points.map(([x, y]) => [x * cos - y * sin, x * sin + y * cos]);
}

describe('tightestRectangle', () => {
  it('is the rectangle that the points fill, at any turn', () => {
    const side = fc.double({ min: 1, max: 100, noNaN: true });
    const angle = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
    const inner = fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    );
    fc.assert(
      fc.property(fc.tuple(side, side), angle, inner, ([width, height], radians, inside) => {
        const corners: [number, number][] = [
          [0, 0],
          [1, 0],
          [0, 1],
          [1, 1],
        ];
        const points = [...corners, ...inside].map(([x, y]): PlanePoint => [x * width, y * height]);
        const { longSide, shortSide } = tightestRectangle(turned(points, radians));
        expect(longSide).toBeCloseTo(Math.max(width, height), 6);
        expect(shortSide).toBeCloseTo(Math.min(width, height), 6);
      }),
    );
  });

  it('has no width around points in a line', () => {
    const { longSide, shortSide } = tightestRectangle([
      [0, 0],
      [3, 4],
      [6, 8],
    ]);
    expect(longSide).toBeCloseTo(10);
    expect(shortSide).toBeCloseTo(0);
  });
});
