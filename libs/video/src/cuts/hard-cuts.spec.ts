import fc from 'fast-check';
import { patternOf, someSeries, type SeriesFrame } from '../series.factory';
import { hardCuts } from './hard-cuts';

const FRAME_RATE = 25;
const shot = (picture: number, count: number, change = 1): SeriesFrame[] =>
  Array.from({ length: count }, () => ({ change, pattern: patternOf(picture) }));
const beginning = (change: number, frames: SeriesFrame[]): SeriesFrame[] =>
  frames.map((frame, at) => (at === 0 ? { ...frame, change } : frame));

describe('hardCuts', () => {
  it('finds where another picture begins', () => {
    expect(hardCuts(someSeries([...shot(0, 40), ...beginning(20, shot(1, 40))]), FRAME_RATE)).toEqual([40]);
  });

  it('finds every cut between shots of any length and motion', () => {
    const shots = fc.array(
      fc.record({
        count: fc.integer({ min: 20, max: 60 }),
        motion: fc.double({ min: 0.1, max: 6, noNaN: true }),
      }),
      { minLength: 2, maxLength: 6 },
    );
    fc.assert(
      fc.property(shots, (made) => {
        const frames = made.flatMap(({ count, motion }, at) =>
          beginning(at === 0 ? motion : 25, shot(at, count, motion)),
        );
        const starts = made
          .map((_, at) => made.slice(0, at).reduce((sum, { count }) => sum + count, 0))
          .slice(1);
        expect(hardCuts(someSeries(frames), FRAME_RATE)).toEqual(starts);
      }),
      { numRuns: 60 },
    );
  });

  it('takes no pan for cuts, however fast', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 8, max: 14, noNaN: true }), { minLength: 20, maxLength: 60 }),
        (changes) => {
          const frames = changes.map((change, at) => ({ change, pattern: patternOf(at) }));
          expect(hardCuts(someSeries(frames), FRAME_RATE)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('takes no drawing that is held for two frames for a cut', () => {
    const frames = Array.from({ length: 60 }, (_, at) => ({
      change: at % 2 === 0 ? 9 : 0,
      pattern: patternOf(Math.floor(at / 2)),
    }));
    expect(hardCuts(someSeries(frames), FRAME_RATE)).toEqual([]);
  });

  it.each([1, 2, 4])('takes no flash of %i frames for a cut', (length) => {
    const light = Array.from({ length }, (_, at): SeriesFrame => ({
      change: at === 0 ? 45 : 1,
      pattern: () => 250,
    }));
    const frames = [...shot(0, 30), ...light, ...beginning(45, shot(0, 30))];
    expect(hardCuts(someSeries(frames), FRAME_RATE)).toEqual([]);
  });

  it('finds the cut soon after a flash', () => {
    const flash: SeriesFrame = { change: 45, pattern: () => 250 };
    const frames = [
      ...shot(0, 30),
      flash,
      ...beginning(45, shot(0, 12, 0.02)),
      ...beginning(20, shot(1, 30, 0.02)),
    ];
    expect(hardCuts(someSeries(frames), FRAME_RATE)).toEqual([43]);
  });

  it('does not mind a picture that trembles: its thumbnail stays', () => {
    const frames = shot(0, 40).map((frame, at) => (at === 20 ? { ...frame, change: 12 } : frame));
    expect(hardCuts(someSeries(frames), FRAME_RATE)).toEqual([]);
  });
});
