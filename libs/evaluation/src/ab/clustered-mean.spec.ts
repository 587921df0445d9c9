import { createRandom, type Random } from '@keyart/common';
import { clusteredMean, type ClusterSums } from './clustered-mean';

function sumsOf(members: readonly (readonly number[])[]): ClusterSums {
  const add = (pick: (reward: number, count: number) => number): number =>
    members.reduce(
      (total, rewards) =>
        total +
        pick(
          rewards.reduce((sum, r) => sum + r, 0),
          rewards.length,
        ),
      0,
    );
  return {
    clusterCount: members.length,
    count: add((_, n) => n),
    sum: add((r) => r),
    squaredSum: add((r) => r * r),
    squaredCount: add((_, n) => n * n),
    sumTimesCount: add((r, n) => r * n),
  };
}

/** A hundred members with tastes of their own (mean .3) and 1 to 9 decisions each. */
function aSample(random: Random): number[][] {
  return Array.from({ length: 100 }, () => {
    const taste = random.next() * 0.6;
    const count = 1 + Math.floor(random.next() * 9);
    return Array.from({ length: count }, () => (random.next() < taste ? 1 : 0));
  });
}

describe('clusteredMean', () => {
  it('is the plain mean and its error where every member has one decision', () => {
    const answer = clusteredMean(sumsOf([[1], [0], [0], [1]]));
    expect(answer?.mean).toBe(0.5);
    // Sample variance 1/3 over four members.
    expect(answer?.standardError).toBeCloseTo(Math.sqrt(1 / 3 / 4), 12);
  });

  it('covers the truth as often as it says, though decisions of a member hang together', () => {
    const random = createRandom('clustered-mean');
    const trials = 1_000;
    const hits = Array.from({ length: trials }, () => clusteredMean(sumsOf(aSample(random)))).filter(
      (answer) => answer && answer.interval[0] <= 0.3 && 0.3 <= answer.interval[1],
    ).length;
    expect(hits / trials).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / trials));
  });

  it('has no error to tell with a single member', () => {
    expect(clusteredMean(sumsOf([[1, 0]]))).toBeNull();
  });
});
