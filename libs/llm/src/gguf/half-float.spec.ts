import { fromHalfFloat, toHalfFloat } from './half-float';

describe('half float', () => {
  it('writes every value as it was read', () => {
    const numbers = Array.from({ length: 65_536 }, (_, bits) => bits).filter(
      (bits) => !Number.isNaN(fromHalfFloat(bits)),
    );
    expect(numbers.filter((bits) => toHalfFloat(fromHalfFloat(bits)) !== bits)).toEqual([]);
  });

  it.each([
    [1, 0x3c00],
    [-2, 0xc000],
    [65_504, 0x7bff],
    [65_519, 0x7bff],
    [65_520, 0x7c00],
    [2 ** -24, 0x0001],
    [2 ** -25, 0x0000],
    [1 + 2 ** -11, 0x3c00],
    [1 + 3 * 2 ** -11, 0x3c02],
    [2047.5, 0x6800],
    [-Infinity, 0xfc00],
  ])('rounds %d to the nearest, ties to even', (value, bits) => expect(toHalfFloat(value)).toBe(bits));

  it('keeps what is no number', () => expect(fromHalfFloat(toHalfFloat(NaN))).toBeNaN());
});
