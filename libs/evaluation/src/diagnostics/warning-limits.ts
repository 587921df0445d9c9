/** From where on something is a warning. */
export const WARNING_LIMITS = {
  /** Standard errors that chance alone passes once in 370 times. */
  mostZ: 3,
  /** Share of the target's probability. */
  mostUnsupportedMass: 0.01,
  /** Of n / K: what a deterministic policy has on a uniform log. */
  leastEffectiveFraction: 0.1,
  leastEffectiveSampleSize: 100,
  /** Of one decision in the sum of weights. */
  mostWeightShare: 0.05,
  /** From here on more rows hardly help (Vehtari et al., JMLR 2024). */
  mostParetoK: 0.7,
  /** Rewarded rows with weight below which there is no verdict. */
  leastRewardedRowCount: 10,
} as const;
