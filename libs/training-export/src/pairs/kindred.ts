import { FACETS, tasteVector, type TasteProfile } from '@keyart/features';

/** The facet a viewer leans to most, or `none`: viewers of a kind share it. */
export function strongestLeaning(taste: TasteProfile): string {
  const vector = tasteVector(taste);
  let best = -1;
  for (let f = 0; f < vector.length; f++)
    if (vector[f] > 0 && (best < 0 || vector[f] > vector[best])) best = f;
  return best < 0 ? 'none' : FACETS[best];
}

const units = new WeakMap<TasteProfile, Float64Array>();

/** Taste as a direction, `[F]`, of length 1; zeros where there is none. Built once per profile object. */
export function tasteDirection(taste: TasteProfile): Float64Array {
  const known = units.get(taste);
  if (known) return known;
  const vector = tasteVector(taste);
  const length = Math.hypot(...vector);
  const unit = vector.map((value) => (length === 0 ? 0 : value / length));
  units.set(taste, unit);
  return unit;
}

/** Cosine of two directions; viewers of whom nothing is known are alike. @returns in [-1, 1] */
export function cosineOf(one: Float64Array, other: Float64Array): number {
  if (one === other) return 1;
  let sum = 0;
  for (let f = 0; f < one.length; f++) sum += one[f] * other[f];
  return sum === 0 && isZero(one) && isZero(other) ? 1 : sum;
}

function isZero(vector: Float64Array): boolean {
  return vector.every((value) => value === 0);
}
