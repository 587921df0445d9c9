/**
 * p-values corrected so that all of them together miss with the level of one; null stays null.
 * Source: Holm, "A simple sequentially rejective multiple test procedure" (Scandinavian Journal of Statistics 1979).
 * @param pValues `[m]` in [0, 1], or null where there is none
 * @returns `[m]` in the same order
 */
export function adjustByHolm(pValues: readonly (number | null)[]): (number | null)[] {
  const known = pValues.flatMap((p, i) => (p === null ? [] : [{ p, i }])).sort((a, b) => a.p - b.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let most = 0;
  known.forEach(({ p, i }, rank) => {
    most = Math.max(most, Math.min(1, (known.length - rank) * p));
    adjusted[i] = most;
  });
  return adjusted;
}
