/** Share of next-token probability on the labels over many prompts. */
export interface LabelMassSummary {
  readonly promptCount: number;
  readonly mean: number;
  readonly min: number;
  readonly p01: number;
  readonly p10: number;
  readonly p50: number;
  /** Share of prompts below the threshold. */
  readonly belowThresholdFraction: number;
}

/**
 * Summary of label masses; quantiles are order statistics (nearest rank).
 * @param masses in [0, 1], at least one
 */
export function summariseLabelMass(masses: readonly number[], threshold: number): LabelMassSummary {
  const sorted = [...masses].sort((a, b) => a - b);
  const at = (fraction: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(fraction * sorted.length))] ?? NaN;
  return {
    promptCount: sorted.length,
    mean: sorted.reduce((sum, mass) => sum + mass, 0) / sorted.length,
    min: at(0),
    p01: at(0.01),
    p10: at(0.1),
    p50: at(0.5),
    belowThresholdFraction: sorted.filter((mass) => mass < threshold).length / sorted.length,
  };
}
