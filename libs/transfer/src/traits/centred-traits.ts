const centred = new WeakMap<readonly Float64Array[], Float64Array[]>();

/** Traits above the mean of their slate, `[K][T]`: a lift ranks pictures of one title and says nothing of its level. */
export function centredTraits(slate: readonly Float64Array[]): readonly Float64Array[] {
  const known = centred.get(slate);
  if (known) return known;
  const mean = new Float64Array(slate[0]?.length ?? 0);
  for (const traits of slate) for (let t = 0; t < mean.length; t++) mean[t] += traits[t] / slate.length;
  const above = slate.map((traits) => traits.map((value, t) => value - mean[t]));
  centred.set(slate, above);
  return above;
}

/** Values above their mean, `[K]`. */
export function centredValues(values: ArrayLike<number>): Float64Array {
  const all = Float64Array.from(values);
  const mean = all.reduce((sum, value) => sum + value, 0) / Math.max(1, all.length);
  return all.map((value) => value - mean);
}
