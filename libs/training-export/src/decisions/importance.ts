import type { ExportDecision } from './export-decision';

/** What a decision counts for, so that what production liked to show is not learnt as what viewers like. */
export interface Importance {
  /** min(1 / propensity, largest weight). */
  readonly weight: number;
  readonly isClipped: boolean;
}

/**
 * Inverse propensity, clipped.
 * @param maxWeight ≥ 1
 */
export function importanceOf(
  { propensity }: Pick<ExportDecision, 'propensity'>,
  maxWeight: number,
): Importance {
  const weight = 1 / propensity;
  return weight > maxWeight ? { weight: maxWeight, isClipped: true } : { weight, isClipped: false };
}
