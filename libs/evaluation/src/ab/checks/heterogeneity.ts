import { chiSquaredSurvival } from '../../distributions/chi-squared-survival';

/** Whether segments differ in their effects. */
export interface Heterogeneity {
  /** Cochran's Q. */
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/**
 * Cochran's Q over the effects of disjoint segments: `Σ (effect − weighted mean)² / SE²`, χ² with one less than their number. One test for
 * "is there any difference between segments", before anyone picks the largest.
 * Source: Cochran, "The combination of estimates from different experiments" (Biometrics 1954).
 * @returns null for fewer than two segments
 */
export function heterogeneity(
  segments: readonly { readonly effect: number; readonly standardError: number }[],
): Heterogeneity | null {
  if (segments.length < 2) return null;
  const weights = segments.map(({ standardError }) => 1 / standardError ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = segments.reduce((sum, { effect }, i) => sum + weights[i] * effect, 0) / total;
  const statistic = segments.reduce((sum, { effect }, i) => sum + weights[i] * (effect - mean) ** 2, 0);
  const degreesOfFreedom = segments.length - 1;
  return { statistic, degreesOfFreedom, pValue: chiSquaredSurvival(statistic, degreesOfFreedom) };
}
