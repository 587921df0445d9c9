import { paintLuma } from '../test-pictures/paint-luma.factory';
import { innerTiles } from './tiles';

describe('innerTiles', () => {
  it('covers the inside once', () => {
    const tiles = innerTiles(
      paintLuma(102, 70, () => 0),
      32,
    );
    expect(tiles).toHaveLength(3 * 2);
    expect(tiles[0]).toEqual({ left: 1, top: 1, right: 34, bottom: 35 });
    expect(tiles[5]).toEqual({ left: 68, top: 35, right: 101, bottom: 69 });
    const covered = tiles.reduce((sum, tile) => sum + (tile.right - tile.left) * (tile.bottom - tile.top), 0);
    expect(covered).toBe(100 * 68);
  });

  it('is one tile for a small picture, none for one without an inside', () => {
    expect(
      innerTiles(
        paintLuma(3, 9, () => 0),
        32,
      ),
    ).toEqual([{ left: 1, top: 1, right: 2, bottom: 8 }]);
    expect(
      innerTiles(
        paintLuma(2, 9, () => 0),
        32,
      ),
    ).toEqual([]);
  });
});
