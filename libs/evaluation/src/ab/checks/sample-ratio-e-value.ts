import gammaln from '@stdlib/math-base-special-gammaln';

/**
 * Pseudo-counts of the priors that are averaged, a decade apart: of two equal arms they look for shares some 15, 5, 1.6 and .5 points off. One
 * alone is blind to the others' deviations: 10,000 needs 2,054 members to tell 60:40 from halves at p < .001, all four 494. The average is at
 * least a quarter of the best of them, whatever the deviation. Sizes needed from 80:20 to 50.5:49.5 change by some per cent with a grid twice
 * as fine, or with 1 or 100,000 besides: not worth more priors.
 */
export const PRIOR_CONCENTRATIONS = [10, 100, 1_000, 10_000] as const;

/**
 * ln of an e-value against planned shares: the mean, over concentrations, of the Bayes factors of a Dirichlet-multinomial (shares drawn around
 * the planned ones) over the planned multinomial. Where the shares are true each factor is a martingale that starts at 1, and so is their mean:
 * its expectation is 1 at every look, and it ever reaches 1/α with probability α at most. Logarithms throughout: no counts overflow.
 * Source: Lindon and Malek, "Anytime-valid inference for multinomial count data" (NeurIPS 2022), section 3; means of e-values: Vovk and Wang,
 * "E-values: calibration, combination and applications" (Annals of Statistics 2021), section 3.
 * @param counts `[G]` so far, ≥ 0
 * @param shares `[G]` planned, > 0, summing to 1
 * @param concentrations of the Dirichlet priors, > 0, one at least
 * @returns 0 before anything was counted
 */
export function logSampleRatioEValue(
  counts: readonly number[],
  shares: readonly number[],
  concentrations: readonly number[] = PRIOR_CONCENTRATIONS,
): number {
  const factors = concentrations.map((mass) =>
    logBayesFactor(
      counts,
      shares.map((share) => share * mass),
    ),
  );
  const largest = Math.max(...factors);
  const scaled = factors.reduce((sum, factor) => sum + Math.exp(factor - largest), 0);
  return largest + Math.log(scaled / factors.length);
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
