/**
 * p-values corrected so that of all that are called significant the level's share, on average, is called so wrongly; null stays null.
 * Valid for independent and for positively dependent tests.
 * Source: Benjamini and Hochberg, "Controlling the false discovery rate" (JRSS B 1995).
 * @param pValues `[m]` in [0, 1], or null where there is none
 * @returns `[m]` in the same order
 */
export function adjustByBenjaminiHochberg(pValues: readonly (number | null)[]): (number | null)[] {
  const known = pValues.flatMap((p, i) => (p === null ? [] : [{ p, i }])).sort((a, b) => b.p - a.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let least = 1;
  known.forEach(({ p, i }, rank) => {
    least = Math.min(least, (known.length / (known.length - rank)) * p);
    adjusted[i] = least;
  });
  return adjusted;
}
