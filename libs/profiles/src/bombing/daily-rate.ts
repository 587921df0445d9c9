/** Milliseconds of a UTC day. */
export const DAY_MS = 86_400_000;
/** A median over four weeks stands a bombing that goes on for less than two, and knows the weekend. */
const HISTORY_DAYS = 28;
/** A title that is younger has no rate of its own. */
const LEAST_HISTORY_DAYS = 7;

/** Reviews of a title by UTC day. */
export class DailyRate {
  private readonly counts = new Map<number, number>();
  private firstDay = Infinity;

  constructor(instantsMs: Iterable<number>) {
    for (const atMs of instantsMs) {
      const day = Math.floor(atMs / DAY_MS);
      this.counts.set(day, (this.counts.get(day) ?? 0) + 1);
      this.firstDay = Math.min(this.firstDay, day);
    }
  }

  /** Median reviews a day over the days before the one of `atMs`; null: less than a week of them is known. */
  before(atMs: number): number | null {
    const day = Math.floor(atMs / DAY_MS);
    const from = Math.max(this.firstDay, day - HISTORY_DAYS);
    if (day - from < LEAST_HISTORY_DAYS) return null;
    const counts = Array.from({ length: day - from }, (_, index) => this.counts.get(from + index) ?? 0);
    counts.sort((a, b) => a - b);
    const middle = counts.length >> 1;
    return counts.length % 2 === 1 ? counts[middle] : (counts[middle - 1] + counts[middle]) / 2;
  }
}
