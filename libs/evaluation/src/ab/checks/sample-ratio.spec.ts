import { createRandom } from '@keyart/common';
import { sampleRatio } from './sample-ratio';

const TRIALS = 2_000;

describe('sampleRatio', () => {
  it('is at ease where the shares hold', () => {
    const groups = [
      { count: 250, expectedShare: 1 },
      { count: 750, expectedShare: 3 },
    ];
    expect(sampleRatio(groups)).toEqual({
      chiSquared: 0,
      degreesOfFreedom: 1,
      pValue: 1,
      isMismatch: false,
      leakedTraffic: [],
    });
  });

  it('warns where they do not', () => {
    const groups = [
      { count: 4_800, expectedShare: 0.5 },
      { count: 5_200, expectedShare: 0.5 },
    ];
    expect(sampleRatio(groups)).toMatchObject({ chiSquared: 16, isMismatch: true });
  });

  it('says nothing before anything was sampled', () => {
    const group = { count: 0, expectedShare: 1 };
    expect(sampleRatio([group, group])).toMatchObject({ pValue: null, isMismatch: false });
  });

  it('has uniform p-values where the shares are true', () => {
    const random = createRandom('sample-ratio');
    const pValues = Array.from({ length: TRIALS }, () => {
      const shares = [0.2, 0.3, 0.5];
      const counts = [0, 0, 0];
      for (let i = 0; i < 500; i++) {
        const draw = random.next();
        counts[draw < 0.2 ? 0 : draw < 0.5 ? 1 : 2]++;
      }
      return sampleRatio(counts.map((count, i) => ({ count, expectedShare: shares[i] }))).pValue ?? NaN;
    });
    const below = pValues.filter((p) => p < 0.1).length / TRIALS;
    expect(Math.abs(below - 0.1)).toBeLessThan(4 * Math.sqrt((0.1 * 0.9) / TRIALS));
  });

  it.each([
    [[]],
    [[{ count: 1, expectedShare: 1 }]],
    [[1, 0].map((expectedShare) => ({ count: 1, expectedShare }))],
  ])('refuses %j', (groups) => {
    expect(() => sampleRatio(groups)).toThrow(expect.objectContaining({ code: 'BAD_STATISTIC_INPUT' }));
  });
});
