import { createRandom } from '@keyart/common';
import { compareShadow, type ShadowedChoice } from './compare-shadow';
import { judgeShadow } from './judge-shadow';

const SERVED = [0.7, 0.2, 0.1];
const SHADOW = [0.2, 0.2, 0.6];
const TRUTH = [0.2, 0.3, 0.5];
const valueOf = (policy: readonly number[]): number => policy.reduce((sum, p, a) => sum + p * TRUTH[a], 0);
const GAIN = valueOf(SHADOW) - valueOf(SERVED);

function log(seed: string, count: number, shadow: readonly number[] = SHADOW): ShadowedChoice[] {
  const random = createRandom(`compare-shadow/${seed}`);
  return Array.from({ length: count }, (_, i) => {
    const draw = random.next();
    const shown = SERVED.findIndex((_each, a) => draw < SERVED.slice(0, a + 1).reduce((x, y) => x + y));
    return {
      memberId: `member-${i % 50}`,
      ...{ propensity: SERVED[shown], shadowProbability: shadow[shown] },
      reward: random.next() < TRUTH[shown] ? 1 : 0,
    };
  });
}

describe('compareShadow', () => {
  it('finds the gain of a better shadow, its interval as often as it says', () => {
    const runs = Array.from({ length: 300 }, (_, i) => compareShadow(log(`${i}`, 1_000)));
    const covering = runs.filter(
      ({ difference, standardError }) => Math.abs(difference - GAIN) < 1.96 * standardError,
    );
    // 3.5 standard errors of a share of .95 over 300 runs.
    const tolerance = 3.5 * Math.sqrt((0.95 * 0.05) / 300);
    expect(Math.abs(covering.length / runs.length - 0.95)).toBeLessThan(tolerance);
    const mean = runs.reduce((sum, { difference }) => sum + difference, 0) / runs.length;
    expect(Math.abs(mean - GAIN)).toBeLessThan((3.5 * runs[0].standardError) / Math.sqrt(runs.length));
  });

  it('finds no difference at all in a shadow that does the same', () => {
    const { difference, standardError, effectiveCount } = compareShadow(log('same', 500, SERVED));
    expect(difference).toBeCloseTo(0, 12);
    expect(standardError).toBeCloseTo(0, 12);
    expect(effectiveCount).toBeCloseTo(500, 6);
  });

  it('is less sure of decisions of one member than of as many members’', () => {
    const rows = log('members', 900);
    const repeated = rows.flatMap((row) => [row, row, row, row]);
    const alone = compareShadow(rows).standardError;
    expect(compareShadow(repeated).standardError).toBeCloseTo(alone, 10);
    const apart = repeated.map((row, i) => ({ ...row, memberId: `${i}` }));
    expect(compareShadow(apart).standardError).toBeLessThan(0.6 * alone);
  });

  it('refuses rows that no log could hold', () => {
    const [row] = log('bad', 1);
    expect(() => compareShadow([{ ...row, propensity: 0 }])).toThrow('row 0');
    expect(() => compareShadow([row, { ...row, shadowProbability: 1.5 }])).toThrow('row 1');
  });
});

describe('judgeShadow', () => {
  const rule = { leastDecisionCount: 500, tolerance: 0.02 };
  const judge = (difference: number, standardError: number, decisionCount = 500): string =>
    judgeShadow({ ...compareShadow(log('any', 10)), difference, standardError, decisionCount }, rule);

  it.each([
    ['promotes a better one', [0.05, 0.01], 'promote'],
    ['promotes one that is no worse than the tolerance', [0, 0.01], 'promote'],
    ['waits while it might be worse', [0, 0.02], 'wait'],
    ['rejects one that is worse for sure', [-0.01, 0.004], 'reject'],
    ['waits without an interval', [0.5, NaN], 'wait'],
  ])('%s', (_, [difference, standardError], verdict) => {
    expect(judge(difference, standardError)).toBe(verdict);
  });

  it('waits for enough decisions', () => {
    expect(judge(0.5, 0.01, 499)).toBe('wait');
    expect(judgeShadow(compareShadow([]), { leastDecisionCount: 1, tolerance: 1 })).toBe('wait');
  });
});
