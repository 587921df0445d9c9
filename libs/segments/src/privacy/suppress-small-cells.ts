/** Fewer people than that are never shown. */
export const SMALLEST_CELL = 50;

/** Sizes of parts of a whole as they may be shown. */
export interface ShownCells {
  /** Null: not shown. */
  readonly counts: readonly (number | null)[];
  /** Of all cells; null: not shown. */
  readonly total: number | null;
}

/**
 * Leaves out cells of fewer than 50 people, and as many of the next larger ones that what is left out, together, is at least two cells and 50
 * people: otherwise the total less the shown ones would tell (complementary suppression; Cox 1980). Where all cells go and
 * still are not enough, the total goes as well.
 * @param counts whole numbers ≥ 0 of people, each in one cell only
 */
export function suppressSmallCells(counts: readonly number[]): ShownCells {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const bySize = counts.map((_, i) => i).sort((a, b) => counts[a] - counts[b]);
  const hidden = new Set(bySize.filter((i) => counts[i] < SMALLEST_CELL));
  if (hidden.size === 0) return { counts, total };
  let hiddenCount = [...hidden].reduce((sum, i) => sum + counts[i], 0);
  const isEnough = (): boolean => hidden.size > 1 && hiddenCount >= SMALLEST_CELL;
  for (const i of bySize.slice(hidden.size)) {
    if (isEnough()) break;
    hidden.add(i);
    hiddenCount += counts[i];
  }
  return {
    counts: counts.map((count, i) => (hidden.has(i) ? null : count)),
    total: isEnough() ? total : null,
  };
}
