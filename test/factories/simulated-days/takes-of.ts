import { clusteredMean, type ClusteredMean } from '@keyart/evaluation';
import { isTake } from './day-report';
import type { Showing } from './simulated-day';

/** Takes an impression, with an error that counts members: showings to one viewer depend on each other. */
export function takesOf(showings: readonly Showing[]): ClusteredMean {
  const members = new Map<string, { sum: number; count: number }>();
  for (const showing of showings) {
    const { memberId } = showing.record;
    const { sum, count } = members.get(memberId) ?? { sum: 0, count: 0 };
    members.set(memberId, { sum: sum + Number(isTake(showing)), count: count + 1 });
  }
  const all = [...members.values()];
  const total = (valueOf: (member: { sum: number; count: number }) => number): number =>
    all.reduce((sum, member) => sum + valueOf(member), 0);
  const mean = clusteredMean({
    clusterCount: all.length,
    count: total(({ count }) => count),
    sum: total(({ sum }) => sum),
    squaredSum: total(({ sum }) => sum ** 2),
    squaredCount: total(({ count }) => count ** 2),
    sumTimesCount: total(({ sum, count }) => sum * count),
  });
  if (!mean) throw new Error('takes of fewer than two members');
  return mean;
}
