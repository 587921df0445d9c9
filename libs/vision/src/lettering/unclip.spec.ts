import { unclip } from './unclip';

describe('unclip', () => {
  it('grows all sides by area · ratio / perimeter', () => {
    expect(unclip({ left: 10, top: 20, right: 40, bottom: 30 }, 1.6)).toEqual({
      left: 4,
      top: 14,
      right: 46,
      bottom: 36,
    });
  });

  it('grows a long line by most of its height, and keeps the score', () => {
    const grown = unclip({ left: 0, top: 0, right: 1e6, bottom: 10, score: 0.9 }, 1.5);
    expect(grown.bottom).toBeCloseTo(17.5, 3);
    expect(grown.score).toBe(0.9);
  });
});
