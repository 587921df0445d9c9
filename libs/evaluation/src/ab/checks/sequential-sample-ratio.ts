import gammaln from '@stdlib/math-base-special-gammaln';
import { plannedGroups, SAMPLE_RATIO_ALARM } from './sample-ratio';

/** Pseudo-counts of the prior: deviations of some per cent are looked for first. */
export const PRIOR_CONCENTRATION = 10_000;

/** The test at one look. */
export interface SequentialSampleRatio {
  /** min over the looks so far of 1/e, in [0, 1]. */
  readonly pValue: number;
  readonly isMismatch: boolean;
}

/**
 * Sample ratio test that may be looked at after every batch: the Bayes factor of a Dirichlet-multinomial (shares drawn around the planned
 * ones) over the planned multinomial is an e-value, and `p_k = min(p_{k−1}, 1/e_k)` holds its level at all looks together. Groups of share
 * 0 are left out, as in the χ².
 * Source: Lindon and Malek, "Anytime-valid inference for multinomial count data" (NeurIPS 2022), section 3.
 * @param looks `[L][G]` counts that are new at each look
 * @param shares `[G]` planned, relative, ≥ 0
 * @param concentration of the Dirichlet prior, > 0
 * @returns `[L]`
 * @throws StatisticInputError for negative counts or fewer than two groups with a share
 */
export function sequentialSampleRatio(
  looks: readonly (readonly number[])[],
  shares: readonly number[],
  concentration: number = PRIOR_CONCENTRATION,
): SequentialSampleRatio[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const prior = shares.flatMap((share) => (share > 0 ? [(share / total) * concentration] : []));
  const seen = prior.map(() => 0);
  let pValue = 1;
  return looks.map((counts) => {
    const groups = plannedGroups(shares.map((expectedShare, i) => ({ count: counts[i], expectedShare })));
    groups.forEach(({ count }, i) => (seen[i] += count));
    pValue = Math.min(pValue, Math.exp(-logBayesFactor(seen, prior)));
    return { pValue, isMismatch: pValue < SAMPLE_RATIO_ALARM };
  });
}

/** ln of Dirichlet-multinomial over multinomial; what they have in common, the ways to order the units, is left out. */
function logBayesFactor(counts: readonly number[], prior: readonly number[]): number {
  const [count, mass] = [counts, prior].map((values) => values.reduce((sum, value) => sum + value, 0));
  const perGroup = counts.reduce(
    (sum, n, i) => sum + gammaln(prior[i] + n) - gammaln(prior[i]) - n * Math.log(prior[i] / mass),
    0,
  );
  return perGroup + gammaln(mass) - gammaln(mass + count);
}
