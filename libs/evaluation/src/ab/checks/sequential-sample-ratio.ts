import {
  leakedGroups,
  plannedGroups,
  SAMPLE_RATIO_ALARM,
  type LeakedTraffic,
  type SampledGroup,
} from './sample-ratio';
import { logSampleRatioEValue, PRIOR_CONCENTRATIONS } from './sample-ratio-e-value';

/** The test at one look. */
export interface SequentialSampleRatio {
  /** min over the looks so far of 1/e, in [0, 1]. */
  readonly pValue: number;
  readonly isMismatch: boolean;
  /** Groups of share 0 that were seen until then all the same; they take no part in the test. */
  readonly leakedTraffic: readonly LeakedTraffic[];
}

/**
 * Sample ratio test that may be looked at after every batch: `p_k = min(p_{k−1}, 1/e_k)` with the e-value of all counts so far holds its level
 * at all looks together. Groups of share 0 are left out, as in the χ².
 * Source: Lindon and Malek, "Anytime-valid inference for multinomial count data" (NeurIPS 2022), section 3.
 * @param looks `[L][G]` counts that are new at each look
 * @param shares `[G]` planned, relative, ≥ 0
 * @param concentrations of the Dirichlet priors that are averaged, > 0
 * @returns `[L]`
 * @throws StatisticInputError for negative counts or fewer than two groups with a share
 */
export function sequentialSampleRatio(
  looks: readonly (readonly number[])[],
  shares: readonly number[],
  concentrations: readonly number[] = PRIOR_CONCENTRATIONS,
): SequentialSampleRatio[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const planned = shares.flatMap((share) => (share > 0 ? [share / total] : []));
  const groupsOf = (counts: readonly number[]): SampledGroup[] =>
    shares.map((expectedShare, i) => ({ count: counts[i], expectedShare }));
  let seen = shares.map(() => 0);
  let pValue = 1;
  return looks.map((counts) => {
    // The sums would hide a negative count.
    plannedGroups(groupsOf(counts));
    seen = seen.map((count, i) => count + counts[i]);
    const groups = groupsOf(seen);
    const inTest = plannedGroups(groups).map(({ count }) => count);
    pValue = Math.min(pValue, Math.exp(-logSampleRatioEValue(inTest, planned, concentrations)));
    return { pValue, isMismatch: pValue < SAMPLE_RATIO_ALARM, leakedTraffic: leakedGroups(groups) };
  });
}
