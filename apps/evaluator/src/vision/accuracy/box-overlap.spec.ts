import fc from 'fast-check';
import { centreOf, isWithin, overlapOf } from './box-overlap';

const UNIT = { x: 0, y: 0, width: 1, height: 1 };
const side = fc.double({ min: 0.01, max: 0.5, noNaN: true });
const anyBox = fc.record({ x: side, y: side, width: side, height: side });

describe('overlapOf', () => {
  it.each([
    ['of a box with itself', UNIT, 1],
    ['of a half', { ...UNIT, width: 0.5 }, 0.5],
    ['of a shifted box', { ...UNIT, x: 0.5 }, 1 / 3],
    ['of boxes that touch', { ...UNIT, x: 1 }, 0],
    ['of boxes far apart', { ...UNIT, y: 7 }, 0],
    ['of a box without area', { ...UNIT, width: 0 }, 0],
  ])('%s', (_, box, overlap) => {
    expect(overlapOf(UNIT, box)).toBeCloseTo(overlap, 12);
  });

  it('is mutual, in [0, 1], and does not depend on the shape of the picture', () => {
    fc.assert(
      fc.property(anyBox, anyBox, (a, b) => {
        const stretch = (box: typeof a) => ({ ...box, x: 3 * box.x, width: 3 * box.width });
        const overlap = overlapOf(a, b);
        expect(overlap).toBeGreaterThanOrEqual(0);
        expect(overlap).toBeLessThanOrEqual(1);
        expect(overlapOf(b, a)).toBeCloseTo(overlap, 12);
        expect(overlapOf(stretch(a), stretch(b))).toBeCloseTo(overlap, 9);
      }),
    );
  });

  it('a box holds its centre', () => {
    fc.assert(fc.property(anyBox, (box) => isWithin(centreOf(box), box)));
    expect(isWithin({ x: 1.01, y: 0.5 }, UNIT)).toBe(false);
  });
});
