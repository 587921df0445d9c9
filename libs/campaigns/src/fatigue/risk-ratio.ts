import { normalQuantile } from '@keyart/evaluation';

const REACH = normalQuantile(0.975);

/** Exposed and fresh impressions in like circumstances; counts may be fractions. */
export interface RatioStratum {
  readonly exposedCount: number;
  readonly exposedHits: number;
  readonly freshCount: number;
  readonly freshHits: number;
}

/** Of two rates. */
export interface RiskRatio {
  readonly ratio: number;
  readonly logStandardError: number;
  /** 95%. */
  readonly interval: readonly [number, number];
  /** Impressions of strata that have both kinds. */
  readonly exposedCount: number;
}

/**
 * Mantel and Haenszel's rate ratio over strata, `Σ a n₀/N / Σ b n₁/N`, with the variance of its logarithm
 * `Σ (m n₁ n₀ − a b N)/N² / (R S)`; right for few large and for many sparse strata.
 * Source: Greenland and Robins, "Estimation of a common effect parameter from sparse follow-up data" (Biometrics 1985), equations 9 and 13.
 * @returns null where no stratum has both kinds of impressions, or one of them no hit
 */
export function riskRatio(strata: readonly RatioStratum[]): RiskRatio | null {
  let [numerator, denominator, spread, exposed] = [0, 0, 0, 0];
  for (const { exposedCount: n1, exposedHits: a, freshCount: n0, freshHits: b } of strata) {
    if (!(n1 > 0 && n0 > 0)) continue;
    const total = n1 + n0;
    numerator += (a * n0) / total;
    denominator += (b * n1) / total;
    spread += ((a + b) * n1 * n0 - a * b * total) / total ** 2;
    exposed += n1;
  }
  if (!(numerator > 0 && denominator > 0)) return null;
  const ratio = numerator / denominator;
  const logStandardError = Math.sqrt(spread / (numerator * denominator));
  const factor = Math.exp(REACH * logStandardError);
  return { ratio, logStandardError, interval: [ratio / factor, ratio * factor], exposedCount: exposed };
}
