import { chiSquaredSurvival } from '../../distributions/chi-squared-survival';
import { StatisticInputError } from '../../errors';

/** Below this p-value the shares do not hold, and no effect should be read from the groups. */
export const SAMPLE_RATIO_ALARM = 0.001;

/** A group of a sample and the share of it that was planned. */
export interface SampledGroup {
  readonly count: number;
  /** Relative to the other groups, ≥ 0. */
  readonly expectedShare: number;
}

/** Traffic in a group that should have had none. */
export interface LeakedTraffic {
  /** Of the group, from 0. */
  readonly index: number;
  readonly count: number;
}

/** Whether the groups have their planned sizes. */
export interface SampleRatio {
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  /** In [0, 1]; null before anything was sampled. */
  readonly pValue: number | null;
  /** p below `SAMPLE_RATIO_ALARM`: a sample ratio mismatch. */
  readonly isMismatch: boolean;
  /** Groups of share 0 that were seen all the same; they take no part in the χ². */
  readonly leakedTraffic: readonly LeakedTraffic[];
}

/**
 * Pearson's χ² test of the groups' sizes against their planned shares. Valid when each unit is counted once and the expected
 * counts are not tiny (5 and more).
 * Source: Fabijan et al., "Diagnosing sample ratio mismatch in online controlled experiments" (KDD 2019).
 * @param groups `[G]`, two of them with a share above 0
 * @throws StatisticInputError for fewer groups, negative counts or shares
 */
export function sampleRatio(groups: readonly SampledGroup[]): SampleRatio {
  const leakedTraffic = leakedGroups(groups);
  const planned = plannedGroups(groups);
  const degreesOfFreedom = planned.length - 1;
  const total = planned.reduce((sum, { count }) => sum + count, 0);
  const nothing = { chiSquared: 0, degreesOfFreedom, pValue: null, isMismatch: false, leakedTraffic };
  if (total === 0) return nothing;
  const shares = planned.reduce((sum, { expectedShare }) => sum + expectedShare, 0);
  const chiSquared = planned.reduce((sum, { count, expectedShare }) => {
    const expected = (total * expectedShare) / shares;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  const pValue = chiSquaredSurvival(chiSquared, degreesOfFreedom);
  return { chiSquared, degreesOfFreedom, pValue, isMismatch: pValue < SAMPLE_RATIO_ALARM, leakedTraffic };
}

/** Groups of share 0 that have members. */
export function leakedGroups(groups: readonly SampledGroup[]): LeakedTraffic[] {
  return groups.flatMap(({ count, expectedShare }, index) =>
    expectedShare === 0 && count > 0 ? [{ index, count }] : [],
  );
}

/**
 * The groups that take part in a sample ratio test.
 * @throws StatisticInputError for fewer than two of them, negative counts or shares
 */
export function plannedGroups(groups: readonly SampledGroup[]): SampledGroup[] {
  const faulty = groups.findIndex(
    ({ count, expectedShare }) =>
      !(count >= 0 && expectedShare >= 0) || !Number.isFinite(count + expectedShare),
  );
  if (faulty >= 0)
    throw new StatisticInputError(
      `group ${faulty + 1} has count ${groups[faulty].count} and weight ${groups[faulty].expectedShare}: both must be 0 or more`,
    );
  const planned = groups.filter(({ expectedShare }) => expectedShare > 0);
  if (planned.length < 2)
    throw new StatisticInputError('a sample ratio needs two or more groups with positive shares');
  return planned;
}
