import { StatisticInputError } from '../errors';
import { chiSquaredSurvival } from './chi-squared';

/** Below this p-value the shares do not hold, and no effect should be read from the groups. */
export const SAMPLE_RATIO_ALARM = 0.001;

/** A group of a sample and the share of it that was planned. */
export interface SampledGroup {
  readonly count: number;
  /** Relative to the other groups, > 0. */
  readonly expectedShare: number;
}

/** Whether the groups have their planned sizes. */
export interface SampleRatio {
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  /** In [0, 1]; null before anything was sampled. */
  readonly pValue: number | null;
  /** p below `SAMPLE_RATIO_ALARM`: a sample ratio mismatch. */
  readonly isMismatch: boolean;
}

/**
 * Pearson's χ² test of the groups' sizes against their planned shares. Valid when each unit is counted once and the expected
 * counts are not tiny (5 and more).
 * Source: Fabijan et al., "Diagnosing sample ratio mismatch in online controlled experiments" (KDD 2019).
 * @param groups `[G]`, G ≥ 2
 * @throws StatisticInputError for fewer groups, negative counts or shares that are not positive
 */
export function sampleRatio(groups: readonly SampledGroup[]): SampleRatio {
  if (groups.length < 2 || groups.some(({ count, expectedShare }) => !(count >= 0 && expectedShare > 0)))
    throw new StatisticInputError('a sample ratio needs two or more groups with positive shares');
  const degreesOfFreedom = groups.length - 1;
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return { chiSquared: 0, degreesOfFreedom, pValue: null, isMismatch: false };
  const shares = groups.reduce((sum, { expectedShare }) => sum + expectedShare, 0);
  const chiSquared = groups.reduce((sum, { count, expectedShare }) => {
    const expected = (total * expectedShare) / shares;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  const pValue = chiSquaredSurvival(chiSquared, degreesOfFreedom);
  return { chiSquared, degreesOfFreedom, pValue, isMismatch: pValue < SAMPLE_RATIO_ALARM };
}
