/** Sum of products of two vectors of one length; for vectors of length 1 the cosine, in [-1, 1]. */
export function dotProduct(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += one[i] * other[i];
  return sum;
}
