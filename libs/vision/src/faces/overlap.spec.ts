import type { CentredBox } from './face-candidate';
import { isNested, overlapFraction } from './overlap';

function square(centreX: number, centreY: number, side: number): CentredBox {
  return { centreX, centreY, width: side, height: side };
}

describe('overlapFraction', () => {
  it.each([
    [square(5, 5, 10), square(5, 5, 10), 1],
    [square(5, 5, 10), square(10, 5, 10), 50 / 150],
    [square(5, 5, 10), square(5, 5, 5), 0.25],
    [square(5, 5, 10), square(20, 5, 10), 0],
    [square(5, 5, 10), square(15, 5, 10), 0],
  ])('of %j and %j', (one, other, wanted) => {
    expect(overlapFraction(one, other)).toBeCloseTo(wanted);
    expect(overlapFraction(other, one)).toBeCloseTo(wanted);
  });
});

describe('isNested', () => {
  it('tells a part of a face from a neighbour', () => {
    expect(isNested(square(50, 50, 100), square(70, 30, 20))).toBe(true);
    expect(isNested(square(70, 30, 20), square(50, 50, 100))).toBe(true);
    expect(isNested(square(50, 50, 100), square(110, 50, 100))).toBe(false);
  });
});
