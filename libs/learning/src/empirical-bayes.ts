/** A mean observed on a number of rows. */
export interface ObservedMean {
  readonly mean: number;
  /** Effective number of rows, ≥ 0: (Σ w)² / Σ w² (Kish 1965). */
  readonly count: number;
}

/** Where the data do not say how alike siblings are: a sibling's own rows outweigh the group's mean after this many. */
export const DEFAULT_PRIOR_STRENGTH = 50;
/** Below, one row would count as much as a whole group; above, siblings are alike for all purposes. */
const STRENGTH_RANGE = { least: 1, most: 10_000 } as const;

/** Count-weighted mean of means and their total count; mean 0 without rows. */
export function pooledMean(means: readonly ObservedMean[]): ObservedMean {
  const count = means.reduce((sum, each) => sum + each.count, 0);
  const total = means.reduce((sum, each) => sum + each.count * each.mean, 0);
  return { mean: count > 0 ? total / count : 0, count };
}

/**
 * κ = σ² / τ²: how many rows the common mean is worth, in [1, 10,000]. Method of moments for groups of siblings j with means
 * m_j on n_j rows: τ² = (Σ n_j (m_j − m̄)² − (J − 1) σ²) / Σ (N − Σ n_j² / N), sums over all groups (DerSimonian & Laird 1986).
 * Siblings no more different than chance give the most; too few siblings to tell, or no variance, the default.
 * @param groups siblings by group
 * @param rowVariance σ², variance of one row around its own mean, ≥ 0
 */
export function priorStrength(groups: readonly (readonly ObservedMean[])[], rowVariance: number): number {
  let excess = 0;
  let information = 0;
  for (const group of groups) {
    const seen = group.filter(({ count }) => count > 0);
    const { mean, count } = pooledMean(seen);
    if (seen.length < 2) continue;
    excess += seen.reduce((sum, each) => sum + each.count * (each.mean - mean) ** 2, 0);
    excess -= (seen.length - 1) * rowVariance;
    information += count - seen.reduce((sum, each) => sum + each.count ** 2, 0) / count;
  }
  if (!(information > 0) || !(rowVariance > 0)) return DEFAULT_PRIOR_STRENGTH;
  const strength = excess > 0 ? (rowVariance * information) / excess : STRENGTH_RANGE.most;
  return Math.min(STRENGTH_RANGE.most, Math.max(STRENGTH_RANGE.least, strength));
}

/**
 * (n · m + κ · prior) / (n + κ): the posterior mean of normal data under a normal prior (Efron & Morris 1973; Casella 1985).
 * Lies between the two means; no rows give the prior, many rows the observed mean.
 */
export function shrink(observed: ObservedMean, priorMean: number, strength: number): number {
  return (observed.count * observed.mean + strength * priorMean) / (observed.count + strength);
}
