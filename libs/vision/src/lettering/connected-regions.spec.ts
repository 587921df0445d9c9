import { connectedRegions } from './connected-regions';
import { drawTextMap } from './text-map.factory';

describe('connectedRegions', () => {
  it('boxes each region with the mean of its probabilities', () => {
    const map = drawTextMap('.88....', '.88...9', '2.....7');
    const [one, other, ...more] = connectedRegions(map, 0.3);
    expect(one).toMatchObject({ left: 1, top: 0, right: 3, bottom: 2 });
    expect(one.score).toBeCloseTo(0.8);
    expect(other).toMatchObject({ left: 6, top: 1, right: 7, bottom: 3 });
    expect(other.score).toBeCloseTo(0.8);
    expect(more).toEqual([]);
  });

  it('takes what meets at corners for one, and not what meets around the edge', () => {
    expect(connectedRegions(drawTextMap('5...', '.5..', '5...'), 0.3)).toHaveLength(1);
    expect(connectedRegions(drawTextMap('...5', '5...'), 0.3)).toHaveLength(2);
  });

  it('finds none on an empty map, one on a full one', () => {
    expect(connectedRegions(drawTextMap('2222', '....'), 0.3)).toEqual([]);
    const [full, ...more] = connectedRegions(drawTextMap('9999', '9999'), 0.3);
    expect(full).toMatchObject({ left: 0, top: 0, right: 4, bottom: 2 });
    expect(more).toEqual([]);
  });
});
