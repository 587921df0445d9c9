import fc from 'fast-check';
import { decorrelatedPauseMs } from './decorrelated-pause';

describe('decorrelatedPauseMs', () => {
  it('stays between its bounds and grows at most threefold', () => {
    const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.array(fraction, { maxLength: 20 }),
        (least, draws) => {
          const most = least * 20;
          let previous = 0;
          for (const draw of draws) {
            const options = { leastPauseMs: least, mostPauseMs: most, random: () => draw };
            const pause = decorrelatedPauseMs(previous, options);
            expect(pause).toBeGreaterThanOrEqual(least);
            expect(pause).toBeLessThanOrEqual(Math.min(most, Math.max(least, previous) * 3));
            previous = pause;
          }
        },
      ),
    );
  });
});
