import fc from 'fast-check';
import { patternOf, someSeries, type SeriesFrame } from '../series.factory';
import { cutVideo } from './cut-video';

const BLACK: SeriesFrame = { luma: 16, lowLuma: 16, highLuma: 17, pattern: () => 0 };
const times = (count: number, frame: SeriesFrame): SeriesFrame[] =>
  Array.from({ length: count }, () => frame);

describe('cutVideo', () => {
  it('leaves black out and says how each shot begins', () => {
    const frames = [
      ...times(10, BLACK),
      ...times(30, { pattern: patternOf(0) }),
      { change: 20, pattern: patternOf(1) },
      ...times(29, { pattern: patternOf(1) }),
    ];
    const { shots } = cutVideo(someSeries(frames), 25);
    expect(shots).toEqual([
      { from: 10, to: 40, startsBy: 'black' },
      { from: 40, to: 70, startsBy: 'cut' },
    ]);
  });

  it('finds no shot in black, and one in a still picture', () => {
    expect(cutVideo(someSeries(times(100, BLACK)), 25).shots).toEqual([]);
    const [only, ...others] = cutVideo(someSeries(times(3, {})), 25).shots;
    expect([only, others]).toEqual([{ from: 0, to: 3, startsBy: 'video' }, []]);
  });

  it('gives shots in order that do not overlap, whatever the numbers', () => {
    const frame = fc.record({
      change: fc.double({ min: 0, max: 60, noNaN: true }),
      luma: fc.double({ min: 16, max: 235, noNaN: true }),
      picture: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(frame, { minLength: 1, maxLength: 120 }), (frames) => {
        const series = someSeries(
          frames.map(({ picture, ...rest }) => ({ ...rest, pattern: patternOf(picture) })),
        );
        const { shots, isTransition } = cutVideo(series, 25);
        expect(isTransition).toHaveLength(series.count);
        shots.forEach(({ from, to }, at) => {
          expect(from).toBeGreaterThanOrEqual(at > 0 ? shots[at - 1].to : 0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(series.count);
        });
      }),
      { numRuns: 100 },
    );
  });
});
