/** Index of the largest value; the first of equals. */
export function pickOf(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > (values[best] ?? -Infinity) ? index : best), 0);
}

/** Share of pairs that differ, in [0, 1]; 0 without pairs. */
export function differingFraction(pairs: readonly (readonly [number, number])[]): number {
  return pairs.length === 0 ? 0 : pairs.filter(([a, b]) => a !== b).length / pairs.length;
}
