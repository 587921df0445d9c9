/** A value with its error variance. */
export interface Noisy {
  readonly value: number;
  /** > 0 */
  readonly variance: number;
}

/**
 * How much true values differ beyond their errors, τ²: DerSimonian and Laird's moment estimator (Controlled Clinical Trials 1986), ≥ 0.
 * @returns 0 for fewer than two
 */
export function betweenVariance(estimates: readonly Noisy[]): number {
  if (estimates.length < 2) return 0;
  let [weights, squares] = [0, 0];
  for (const { variance } of estimates) {
    weights += 1 / variance;
    squares += variance ** -2;
  }
  const centre = estimates.reduce((sum, { value, variance }) => sum + value / variance, 0) / weights;
  const q = estimates.reduce((sum, { value, variance }) => sum + (value - centre) ** 2 / variance, 0);
  return Math.max(0, (q - (estimates.length - 1)) / (weights - squares / weights));
}

/** Mean of true values that differ by τ²: each estimate counts by `1/(τ² + its variance)`. @param estimates at least one */
export function centreOf(estimates: readonly Noisy[], between: number): Noisy {
  const weights = estimates.reduce((sum, { variance }) => sum + 1 / (between + variance), 0);
  const sum = estimates.reduce((all, { value, variance }) => all + value / (between + variance), 0);
  return { value: sum / weights, variance: 1 / weights };
}

/** What estimates are pulled to, and how well it is known. */
export interface Prior {
  readonly centre: Noisy;
  /** τ² of the true values about it. */
  readonly between: number;
  /** Values that τ² was estimated from, less the centres that were estimated, too. */
  readonly degreesOfFreedom: number;
}

/** A shrunken estimate. */
export interface Shrunken extends Noisy {
  /** How much of it is the estimate's own, in [0, 1]. */
  readonly ownShare: number;
}

/**
 * The estimate pulled towards its group's centre by as much as it is noise: B = v/(τ² + v). Its variance is that of a posterior, with what the centre
 * and τ² are not known of: `v (1 − B) + B² var(centre) + 2/(k − 2) B² (estimate − centre)²`.
 * Source: Morris, "Parametric empirical Bayes inference" (JASA 1983), equations 1.17 and 4.2.
 * @param own null: nothing of its own, it is the centre with τ² of uncertainty
 */
export function shrinkTowards({ centre, between, degreesOfFreedom }: Prior, own: Noisy | null): Shrunken {
  if (own === null) return { value: centre.value, variance: centre.variance + between, ownShare: 0 };
  const ownShare = between / (between + own.variance);
  const pulled = (1 - ownShare) ** 2;
  const doubt = 2 / Math.max(1, degreesOfFreedom - 2);
  return {
    value: centre.value + ownShare * (own.value - centre.value),
    variance: own.variance * ownShare + pulled * (centre.variance + doubt * (own.value - centre.value) ** 2),
    ownShare,
  };
}
