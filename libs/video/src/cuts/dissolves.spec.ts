import { patternOf, someSeries, type SeriesFrame } from '../series.factory';
import { dissolves } from './dissolves';

const [one, other] = [patternOf(0), patternOf(1)];
const still = (pattern: (at: number) => number, count = 40): SeriesFrame[] =>
  Array.from({ length: count }, () => ({ pattern }));
const mixed = (count: number): SeriesFrame[] =>
  Array.from({ length: count }, (_, at) => {
    const share = (at + 1) / (count + 1);
    return { pattern: (cell) => (1 - share) * one(cell) + share * other(cell) };
  });

describe('dissolves', () => {
  it.each([12, 18, 25, 40])('finds one of %i frames, once', (count) => {
    const found = dissolves(someSeries([...still(one), ...mixed(count), ...still(other)]), 25);
    expect(found).toHaveLength(1);
    const middle = (found[0].from + found[0].to) / 2;
    expect(Math.abs(middle - (40 + count / 2))).toBeLessThanOrEqual(count / 3);
  });

  it('takes no cut for one', () => {
    expect(dissolves(someSeries([...still(one), ...still(other)]), 25)).toEqual([]);
  });

  it('takes no light that goes up for one: the picture stays the same', () => {
    const brighter = Array.from({ length: 20 }, (_, at): SeriesFrame => ({
      luma: 60 + 3 * at,
      pattern: one,
    }));
    const frames = [...still(one).map((frame) => ({ ...frame, luma: 60 })), ...brighter, ...still(one)];
    expect(dissolves(someSeries(frames), 25)).toEqual([]);
  });

  it('takes no travelling picture for one', () => {
    const frames = Array.from({ length: 90 }, (_, at): SeriesFrame => ({
      pattern: (cell) => one(cell + 3 * at),
    }));
    expect(dissolves(someSeries(frames), 25)).toEqual([]);
  });
});
