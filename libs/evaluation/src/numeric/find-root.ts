const MOST_STEPS = 200;

/**
 * Where a continuous function crosses 0 between two points of different sign: regula falsi with the Illinois step, never leaving the bracket.
 * Source: Dowell and Jarratt, "A modified regula falsi method for computing the root of an equation" (BIT 1971).
 * @param bracket low and high; without a change of sign the end whose value is nearer to 0 is answered
 * @param tolerance of the point
 */
export function findRoot(
  valueAt: (x: number) => number,
  [low, high]: readonly [number, number],
  tolerance: number,
): number {
  let [a, b, valueA, valueB] = [low, high, valueAt(low), valueAt(high)];
  if (valueA * valueB > 0) return Math.abs(valueA) < Math.abs(valueB) ? a : b;
  for (let i = 0; i < MOST_STEPS && Math.abs(b - a) > tolerance; i++) {
    const x = b - (valueB * (b - a)) / (valueB - valueA);
    const value = valueAt(x);
    if (value === 0) return x;
    if (value * valueB < 0) [a, valueA] = [b, valueB];
    else valueA /= 2;
    if (Math.abs(x - b) < tolerance) return x;
    [b, valueB] = [x, value];
  }
  return b;
}
