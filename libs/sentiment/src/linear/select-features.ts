import type { Bag } from './bag';
import { textCounts, type Presence } from './presence';

/** Columns that matter most, ascending: largest |v| of any class × √(texts with the feature), so many at most. */
export function selectFeatures(
  { values, scales, biases }: Bag,
  presence: Presence,
  count: number,
): Uint32Array {
  const counts = textCounts(presence);
  const importance = Float64Array.from(scales, (_, j) => {
    let most = 0;
    for (let c = 0; c < biases.length; c++) most = Math.max(most, Math.abs(values[j * biases.length + c]));
    return most * Math.sqrt(counts[j]);
  });
  const order = Uint32Array.from(importance, (_, j) => j).sort(
    (a, b) => importance[b] - importance[a] || a - b,
  );
  return order.slice(0, count).sort();
}
