import { orderOptions } from './option-order';

const LETTERS = ['a', 'b', 'c', 'd'];

describe('orderOptions', () => {
  it('gives every item every slot equally often over members (chi-square)', () => {
    const memberCount = 4000;
    const counts = LETTERS.map(() => LETTERS.map(() => 0));
    for (let member = 0; member < memberCount; member++) {
      const key = { memberId: `m${member}`, titleId: 't', templateVersion: 'v' };
      orderOptions(LETTERS, (item) => item, key).forEach(
        (item, slot) => counts[LETTERS.indexOf(item)][slot]++,
      );
    }
    const expected = memberCount / LETTERS.length;
    const chiSquare = counts.flat().reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 9 degrees of freedom: mean 9, deviation 4.24; the bound is five deviations.
    expect(chiSquare).toBeLessThan(9 + 5 * 4.24);
  });

  it('depends on the template version', () => {
    const orders = Array.from({ length: 20 }, (_, i) =>
      orderOptions(LETTERS, (item) => item, { memberId: 'm', titleId: 't', templateVersion: `v${i}` }).join(
        '',
      ),
    );
    expect(new Set(orders).size).toBeGreaterThan(5);
  });
});
