import * as fc from 'fast-check';
import { coveredFraction } from './covered-fraction';

describe('coveredFraction', () => {
  it('counts what boxes share once', () => {
    const one = { x: 0.1, y: 0.1, width: 0.4, height: 0.4 };
    const other = { x: 0.3, y: 0.3, width: 0.4, height: 0.4 };
    expect(coveredFraction([])).toBe(0);
    expect(coveredFraction([one])).toBeCloseTo(0.16);
    expect(coveredFraction([one, one])).toBeCloseTo(0.16);
    expect(coveredFraction([one, other])).toBeCloseTo(0.32 - 0.04);
  });

  it('is what counting cells of a grid gives', () => {
    const cell = fc.integer({ min: 0, max: 7 });
    const box = fc.record({
      x: cell,
      y: cell,
      width: fc.integer({ min: 1, max: 8 }),
      height: fc.integer({ min: 1, max: 8 }),
    });
    fc.assert(
      fc.property(fc.array(box, { maxLength: 5 }), (boxes) => {
        const inside = boxes.map((b) => ({
          ...b,
          width: Math.min(b.width, 8 - b.x),
          height: Math.min(b.height, 8 - b.y),
        }));
        const cells = Array.from({ length: 64 }, (_, i) => [i % 8, Math.floor(i / 8)]).filter(([x, y]) =>
          inside.some((b) => x >= b.x && x < b.x + b.width && y >= b.y && y < b.y + b.height),
        );
        const fractions = inside.map((b) => ({
          x: b.x / 8,
          y: b.y / 8,
          width: b.width / 8,
          height: b.height / 8,
        }));
        expect(coveredFraction(fractions)).toBeCloseTo(cells.length / 64);
      }),
    );
  });
});
