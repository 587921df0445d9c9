import { dotProduct } from './dot-product';
import { meanPool } from './mean-pool';
import { tokenBatch } from './token-batch';

describe('tokenBatch', () => {
  it('fills short texts up to the longest and masks what it filled', () => {
    const { feeds, width, lengths } = tokenBatch([
      [101, 7, 102],
      [101, 5, 6, 7, 102],
    ]);
    expect({ width, lengths }).toEqual({ width: 5, lengths: [3, 5] });
    expect([...(feeds.input_ids.data as BigInt64Array)].map(Number)).toEqual([
      101, 7, 102, 0, 0, 101, 5, 6, 7, 102,
    ]);
    expect([...(feeds.attention_mask.data as BigInt64Array)].map(Number)).toEqual([
      1, 1, 1, 0, 0, 1, 1, 1, 1, 1,
    ]);
  });
});

describe('meanPool', () => {
  it('takes the mean of the tokens that are there, at length 1', () => {
    const hidden = Float32Array.from([3, 0, 0, 4, 99, 99, 1, 0, 1, 0, 1, 0]);
    const [first, second] = meanPool(hidden, {
      ...tokenBatch([
        [1, 2],
        [1, 2, 3],
      ]),
    });
    expect([...first]).toEqual([Math.fround(0.6), Math.fround(0.8)]);
    expect([...second]).toEqual([1, 0]);
    expect(dotProduct(first, second)).toBeCloseTo(0.6, 6);
  });
});
