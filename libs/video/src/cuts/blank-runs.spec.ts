import { patternOf, someSeries, type SeriesFrame } from '../series.factory';
import { blankRuns } from './blank-runs';

const BLACK: SeriesFrame = { luma: 16, lowLuma: 16, highLuma: 17, pattern: () => 0 };
const WHITE: SeriesFrame = { luma: 235, lowLuma: 234, highLuma: 235, pattern: () => 130 };
const times = (count: number, frame: SeriesFrame): SeriesFrame[] =>
  Array.from({ length: count }, () => frame);
const ramp = (from: number, to: number, picture: number): SeriesFrame[] =>
  Array.from({ length: 8 }, (_, at) => ({
    luma: from + ((to - from) * (at + 1)) / 9,
    pattern: patternOf(picture),
  }));
const shot = (picture: number): SeriesFrame[] => times(30, { pattern: patternOf(picture) });

describe('blankRuns', () => {
  it('finds a fade through black with its ramps', () => {
    const frames = [...shot(0), ...ramp(120, 16, 0), ...times(10, BLACK), ...ramp(16, 120, 1), ...shot(1)];
    const [run, ...others] = blankRuns(someSeries(frames), 25);
    expect(others).toEqual([]);
    expect(run).toMatchObject({ from: 38, to: 48, isBlack: true });
    expect(Math.abs(run.rampFrom - 30)).toBeLessThanOrEqual(2);
    expect(Math.abs(run.rampTo - 56)).toBeLessThanOrEqual(2);
  });

  it('finds white, and no ramp where there is none', () => {
    expect(blankRuns(someSeries([...shot(0), ...times(9, WHITE), ...shot(1)]), 25)).toEqual([
      { from: 30, to: 39, rampFrom: 30, rampTo: 39, isBlack: false },
    ]);
  });

  it('minds a blink of black only where another picture follows', () => {
    const blink = (picture: number): SeriesFrame[] => [...shot(0), ...times(2, BLACK), ...shot(picture)];
    expect(blankRuns(someSeries(blink(0)), 25)).toEqual([]);
    expect(blankRuns(someSeries(blink(1)), 25)).toHaveLength(1);
  });

  it('is the whole of a black video', () => {
    expect(blankRuns(someSeries(times(50, BLACK)), 25)).toMatchObject([{ from: 0, to: 50 }]);
  });
});
