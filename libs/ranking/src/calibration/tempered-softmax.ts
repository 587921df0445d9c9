/**
 * Softmax with temperature: exp(v_a / T) / Σ exp(v_b / T); the largest value is subtracted first, so nothing overflows.
 * T > 1 flattens, T < 1 sharpens. Valid for finite values and T > 0; then the result is finite and sums to 1.
 * Source: Guo et al., "On calibration of modern neural networks" (2017), section 4.2.
 * @param values `[K]` log-probabilities or logits
 */
export function temperedSoftmax(values: readonly number[], temperature: number): number[] {
  const largest = Math.max(...values);
  const weights = values.map((value) => Math.exp((value - largest) / temperature));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
