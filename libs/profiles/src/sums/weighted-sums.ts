/** Sums of a weighted figure; those of parts add up to those of the whole. */
export interface WeightedSums {
  /** Σ w. */
  readonly weight: number;
  /** Σ w². */
  readonly squaredWeight: number;
  /** Σ w x. */
  readonly value: number;
  /** Σ w x². */
  readonly squaredValue: number;
}

/** No value. */
export const NO_SUMS: WeightedSums = { weight: 0, squaredWeight: 0, value: 0, squaredValue: 0 };

/** Sums with one more value. @param weight ≥ 0 */
export function withValue(sums: WeightedSums, weight: number, value: number): WeightedSums {
  return {
    weight: sums.weight + weight,
    squaredWeight: sums.squaredWeight + weight * weight,
    value: sums.value + weight * value,
    squaredValue: sums.squaredValue + weight * value * value,
  };
}

/** Sums of both parts. */
export function addSums(a: WeightedSums, b: WeightedSums): WeightedSums {
  return {
    weight: a.weight + b.weight,
    squaredWeight: a.squaredWeight + b.squaredWeight,
    value: a.value + b.value,
    squaredValue: a.squaredValue + b.squaredValue,
  };
}

/** Equally weighted values that would say as much: (Σ w)² / Σ w² (Kish 1965); 0 without values. */
export function effectiveCount({ weight, squaredWeight }: WeightedSums): number {
  return squaredWeight > 0 ? weight ** 2 / squaredWeight : 0;
}

/** Weighted mean; 0 without values. */
export function meanOf({ weight, value }: WeightedSums): number {
  return weight > 0 ? value / weight : 0;
}

/** Weighted variance about the mean, of the values themselves; 0 without values. */
export function varianceOf(sums: WeightedSums): number {
  if (!(sums.weight > 0)) return 0;
  return Math.max(0, sums.squaredValue / sums.weight - meanOf(sums) ** 2);
}
