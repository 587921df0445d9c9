import { exactSum, normalQuantile, type CumulativePoint } from '@keyart/evaluation';
import type { Analysis } from '../analysis';

/** Sums of rows: w, w r, and the squares that SNIPS's error is made of. */
const SUMS = {
  weight: 'target_weight',
  weightedReward: 'target_weight * reward',
  squaredWeight: 'target_weight * target_weight',
  squaredWeightReward: 'target_weight * target_weight * reward',
  squaredWeightedReward: 'target_weight * target_weight * reward * reward',
};

type Sums = Readonly<Record<keyof typeof SUMS | 'count', number>>;

/** SNIPS of the target over the first twentieth of the table `judged`, the first two, and so on. @param alpha in (0, 1) */
export async function readCumulative(analysis: Analysis, alpha: number): Promise<CumulativePoint[]> {
  const sums = Object.entries(SUMS).map(([name, sql]) => `${exactSum(sql)} AS "${name}"`);
  const parts = await analysis.rows<Sums>(
    `SELECT count(*)::DOUBLE AS count, ${sums.join(', ')} FROM judged GROUP BY twentieth ORDER BY twentieth`,
  );
  const z = normalQuantile(1 - alpha / 2);
  return parts.map((_, i) => pointOf(parts.slice(0, i + 1).reduce(added), z));
}

function added(one: Sums, other: Sums): Sums {
  const names = Object.keys(one) as (keyof Sums)[];
  return Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as Record<
    keyof Sums,
    number
  >;
}

function pointOf(sums: Sums, z: number): CumulativePoint {
  const { count, weight, weightedReward } = sums;
  if (!(weight > 0)) return { sampleCount: count, value: null, interval: null };
  const value = weightedReward / weight;
  const squares =
    sums.squaredWeightedReward - 2 * value * sums.squaredWeightReward + value ** 2 * sums.squaredWeight;
  const half = (z * Math.sqrt(Math.max(0, squares))) / weight;
  return { sampleCount: count, value, interval: [value - half, value + half] };
}
