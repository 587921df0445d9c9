/** Bounds of pauses and where chance comes from. */
export interface PauseOptions {
  /** Shortest pause, milliseconds. */
  readonly leastPauseMs: number;
  /** Longest pause, milliseconds. */
  readonly mostPauseMs: number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/**
 * The pause before a repeat, milliseconds: uniform between the shortest pause and three times the one before, at most the longest
 * (decorrelated jitter: callers that failed together do not come back together).
 * @param previousMs the pause before; 0 at first
 */
export function decorrelatedPauseMs(
  previousMs: number,
  { leastPauseMs, mostPauseMs, random }: PauseOptions,
): number {
  const limit = Math.max(leastPauseMs, previousMs) * 3;
  return Math.min(mostPauseMs, leastPauseMs + random() * (limit - leastPauseMs));
}
