import { tokenBatch } from './encoded-text';

describe('tokenBatch', () => {
  it('pads to the longest and masks the padding', () => {
    const batch = tokenBatch([
      [101, 7, 102],
      [101, 102],
    ]);
    expect(batch).toMatchObject({ textCount: 2, tokenCount: 3 });
    expect([...batch.ids]).toEqual([101n, 7n, 102n, 101n, 102n, 0n]);
    expect([...batch.mask]).toEqual([1n, 1n, 1n, 1n, 1n, 0n]);
  });
});
