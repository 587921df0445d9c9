import { tokenBatch } from './encoded-text';
import { meanPool } from './mean-pool';

describe('meanPool', () => {
  it('means tokens, not padding, and has length 1', () => {
    const batch = tokenBatch([[1, 2], [3]]);
    const states = Float32Array.from([3, 0, 0, 4, -5, 12, 99, 99]);
    const [both, one] = meanPool(states, batch, 2);
    expect([...both]).toEqual([expect.closeTo(0.6), expect.closeTo(0.8)]);
    expect([...one]).toEqual([expect.closeTo(-5 / 13), expect.closeTo(12 / 13)]);
  });

  it('has no NaN where states vanish', () => {
    expect([...meanPool(new Float32Array(2), tokenBatch([[1]]), 2)[0]]).toEqual([0, 0]);
  });
});
