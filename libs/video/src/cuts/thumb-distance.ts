/**
 * How far two thumbnails are apart.
 * @param one `[n]` levels
 * @returns mean absolute difference in levels, 0 to 255
 */
export function thumbDistance(one: Uint8Array, other: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += Math.abs(one[i] - other[i]);
  return sum / one.length;
}

/**
 * How alike the layouts of two thumbnails are, whatever their brightness and contrast.
 * @returns Pearson's correlation of their levels, −1 to 1; 1 where either is flat
 */
export function thumbCorrelation(one: Uint8Array, other: Uint8Array): number {
  const count = one.length;
  let [sumOne, sumOther, squaresOne, squaresOther, products] = [0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    sumOne += one[i];
    sumOther += other[i];
    squaresOne += one[i] * one[i];
    squaresOther += other[i] * other[i];
    products += one[i] * other[i];
  }
  const spread = (squaresOne - sumOne ** 2 / count) * (squaresOther - sumOther ** 2 / count);
  return spread > 0 ? (products - (sumOne * sumOther) / count) / Math.sqrt(spread) : 1;
}
