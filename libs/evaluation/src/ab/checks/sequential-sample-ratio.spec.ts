import { createRandom, type Random } from '@keyart/common';
import fc from 'fast-check';
import { sequentialSampleRatio } from './sequential-sample-ratio';

/** New members by arm at each look, of an assignment that keeps to the shares. */
function looksOf(
  random: Random,
  shares: readonly number[],
  { looks, batch }: Record<string, number>,
): number[][] {
  const draw = (): number => {
    let left = random.next();
    return shares.findIndex((share) => (left -= share) < 0);
  };
  return Array.from({ length: looks }, () => {
    const counts = shares.map(() => 0);
    for (let i = 0; i < batch; i++) counts[draw()]++;
    return counts;
  });
}

describe('sequentialSampleRatio', () => {
  it.each([
    ['every member', { looks: 400, batch: 1 }],
    ['every twenty', { looks: 200, batch: 20 }],
  ])('warns no more often than it may where the shares are true, looked at after %s', (_, plan) => {
    const random = createRandom('sequential-srm');
    const shares = [0.5, 0.3, 0.2];
    const runs = 500;
    const last = Array.from(
      { length: runs },
      () => sequentialSampleRatio(looksOf(random, shares, plan), shares).at(-1)?.pValue ?? 0,
    );
    for (const alpha of [0.05, 0.2]) {
      const alarms = last.filter((pValue) => pValue < alpha).length;
      expect(alarms / runs).toBeLessThan(alpha + 3 * Math.sqrt((alpha * (1 - alpha)) / runs));
    }
  });

  // Sizes at which counts just as planned by the wrong shares raise the alarm; a prior of 10,000 alone takes four times as many and more.
  it.each([
    [0.9, 40],
    [0.7, 130],
    [0.6, 500],
    [0.55, 2000],
    [0.51, 50_000],
  ])('finds %d instead of a half among %d members', (share, memberCount) => {
    const counts = [Math.round(memberCount * share), memberCount - Math.round(memberCount * share)];
    expect(sequentialSampleRatio([counts], [1, 1])[0].isMismatch).toBe(true);
  });

  it('finds a gross mismatch in small tests nearly always', () => {
    const random = createRandom('gross');
    const runs = 200;
    const found = Array.from({ length: runs }, () =>
      looksOf(random, [0.7, 0.3], { looks: 20, batch: 10 }),
    ).filter((looks) => sequentialSampleRatio(looks, [1, 1]).at(-1)?.isMismatch);
    expect(found.length / runs).toBeGreaterThan(0.9);
  });

  it('stays a mismatch once it was one, whatever comes after', () => {
    const looks = [
      ...Array.from({ length: 30 }, () => [110, 90]),
      ...Array.from({ length: 10 }, () => [90, 110]),
    ];
    const found = sequentialSampleRatio(looks, [1, 1]);
    expect(found[29].isMismatch).toBe(true);
    expect(found.at(-1)?.isMismatch).toBe(true);
  });

  it('has a p-value in [0, 1] that never rises, whatever comes in', () => {
    const counts = fc.tuple(fc.nat(5000), fc.nat(5000), fc.nat(5000));
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 30 }), (looks) => {
        const found = sequentialSampleRatio(looks, [2, 1, 0]).map(({ pValue }) => pValue);
        expect(found.every((pValue) => pValue >= 0 && pValue <= 1)).toBe(true);
        expect(found).toEqual([...found].sort((a, b) => b - a));
      }),
    );
  });

  it('leaves groups of share 0 out, and says who leaked into them until then', () => {
    const found = sequentialSampleRatio(
      [
        [5, 5, 0],
        [40, 2, 9],
        [1, 1, 1],
      ],
      [1, 1, 0],
    );
    const alone = sequentialSampleRatio(
      [
        [5, 5],
        [40, 2],
        [1, 1],
      ],
      [1, 1],
    );
    expect(found.map(({ pValue }) => pValue)).toEqual(alone.map(({ pValue }) => pValue));
    expect(found.map(({ leakedTraffic }) => leakedTraffic)).toEqual([
      ...[[], [{ index: 2, count: 9 }], [{ index: 2, count: 10 }]],
    ]);
  });

  it('is at ease before anybody came, and refuses counts that cannot be', () => {
    const empty = { pValue: 1, isMismatch: false, leakedTraffic: [] };
    expect(sequentialSampleRatio([[0, 0]], [1, 1])).toEqual([empty]);
    for (const second of [[-1, 3], [NaN, 3], [3]])
      expect(() => sequentialSampleRatio([[5, 5], second], [1, 1])).toThrow(
        expect.objectContaining({ code: 'BAD_STATISTIC_INPUT' }),
      );
  });
});
