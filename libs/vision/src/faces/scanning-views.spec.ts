import * as fc from 'fast-check';
import { paintRgb } from '../test-pictures/paint-rgb.factory';
import { scanningViews } from './scanning-views';

function viewsOf(widthPx: number, heightPx: number) {
  return scanningViews({ widthPx, heightPx, channelCount: 3, data: paintRgb(1, 1, () => [0, 0, 0]).data });
}

describe('scanningViews', () => {
  it.each([
    [960, 540, 1 + 2],
    [600, 900, 1 + 2],
    [800, 600, 1 + 2],
    [600, 600, 1 + 4],
    [1000, 100, 1 + 5],
  ])('of %d × %d are %d', (width, height, count) => {
    expect(viewsOf(width, height)).toHaveLength(count);
  });

  it('has the whole first, and tiles that leave nothing out and overlap', () => {
    const side = fc.integer({ min: 1, max: 1024 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const [whole, ...tiles] = viewsOf(width, height);
        expect(whole).toMatchObject({
          centreX: width / 2,
          centreY: height / 2,
          sidePx: Math.max(width, height),
        });
        expect(tiles.length).toBeLessThanOrEqual(9);
        const left = Math.min(...tiles.map(({ centreX, sidePx }) => centreX - sidePx / 2));
        const right = Math.max(...tiles.map(({ centreX, sidePx }) => centreX + sidePx / 2));
        expect(left).toBeLessThanOrEqual(1e-9);
        expect(right).toBeGreaterThanOrEqual(width - 1e-9);
        const columns = [...new Set(tiles.map(({ centreX }) => centreX))].sort((a, b) => a - b);
        columns.slice(1).forEach((centre, i) => {
          expect(centre - columns[i]).toBeLessThanOrEqual(0.8 * tiles[0].sidePx + 1e-9);
        });
      }),
    );
  });
});
