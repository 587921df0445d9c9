import { startRegression } from '../baseline/recursive-regression';
import { TERM_COUNT } from '../baseline/bucket-terms';
import { advanceAll, polarityStream } from '../some-streams.factory';
import { lastChange } from './run-lengths';

describe('lastChange', () => {
  const { settled } = advanceAll(polarityStream('changes/1', 64, { day: 40, size: 0.5 })).state;

  it('is a distribution over no change and each bucket', () => {
    const changes = lastChange(settled.anchor, settled.recent, {
      overall: settled.current,
      leastVariance: 0.0025,
    });
    expect(changes.map(({ place }) => place)).toEqual([-1, ...settled.recent.map((_, i) => i)]);
    expect(changes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
    expect(changes.every(({ probability }) => probability >= 0)).toBe(true);
  });

  it('puts nearly all on a large step', () => {
    const changes = lastChange(settled.anchor, settled.recent, {
      overall: settled.current,
      leastVariance: 0.0025,
    });
    const near = changes.filter(({ place }) => Math.abs(place - 40) <= 1);
    expect(near.reduce((sum, { probability }) => sum + probability, 0)).toBeGreaterThan(0.9);
  });

  it('says no change of a stream that knows nothing yet', () => {
    const nothing = startRegression(TERM_COUNT);
    const [first] = lastChange(nothing, settled.recent.slice(0, 3), {
      overall: nothing,
      leastVariance: 0.0025,
    });
    expect(first.probability).toBeGreaterThan(0.9);
  });
});
