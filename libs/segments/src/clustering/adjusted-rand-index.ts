const pairs = (count: number): number => (count * (count - 1)) / 2;

function pairsWithin(counts: Float64Array): number {
  return counts.reduce((sum, count) => sum + pairs(count), 0);
}

/**
 * Agreement of two partitions of the same items beyond chance: 1 for the same partition, about 0 for unrelated ones
 * (Hubert & Arabie 1985, eq. 5). Two partitions that leave no choice (both all in one, or both each alone) agree: 1.
 * @param a labels, `[n]`, small integers ≥ 0
 * @param b labels of the same items, `[n]`
 */
export function adjustedRandIndex(a: Int32Array, b: Int32Array): number {
  const [width, height] = [Math.max(-1, ...new Set(b)) + 1, Math.max(-1, ...new Set(a)) + 1];
  const [cells, inA, inB] = [height * width, height, width].map((size) => new Float64Array(size));
  for (let i = 0; i < a.length; i++) {
    cells[a[i] * width + b[i]]++;
    inA[a[i]]++;
    inB[b[i]]++;
  }
  const [together, ofA, ofB] = [pairsWithin(cells), pairsWithin(inA), pairsWithin(inB)];
  const expected = (ofA * ofB) / Math.max(1, pairs(a.length));
  const most = (ofA + ofB) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}
