import { hashDistance } from './hash-distance';

describe('hashDistance', () => {
  it.each([
    ['0000000000000000', '0000000000000000', 0],
    ['0000000000000000', 'ffffffffffffffff', 64],
    ['8000000000000001', '0000000000000000', 2],
    ['00ff00ff00ff00ff', '00fe00ff00ff10ff', 2],
  ])('of %s and %s is %i', (one, other, bits) => {
    expect(hashDistance(one, other)).toBe(bits);
    expect(hashDistance(other, one)).toBe(bits);
  });
});
