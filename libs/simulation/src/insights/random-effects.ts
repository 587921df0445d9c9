import { createRandom } from '@keyart/common';
import { FACETS } from '@keyart/features';
import { normal } from '../random/normal';

/** What each facet is worth with something a title has, `[F]`, standard normal; the same for the same name and seed. */
export function randomEffects(name: string, seed: string): Float64Array {
  const random = createRandom(`${seed}/effects/${name}`);
  return Float64Array.from(FACETS, () => normal(random));
}

/** Σ wᵢ eᵢ over √Σ wᵢ², so that a sum of independent effects keeps their spread; zeros without any. `[F]` */
export function combinedEffects(
  parts: readonly { readonly weight: number; readonly effects: Float64Array }[],
): Float64Array {
  const sum = new Float64Array(FACETS.length);
  const length = Math.sqrt(parts.reduce((total, { weight }) => total + weight ** 2, 0));
  if (length === 0) return sum;
  for (const { weight, effects } of parts)
    for (let f = 0; f < sum.length; f++) sum[f] += (weight / length) * effects[f];
  return sum;
}
