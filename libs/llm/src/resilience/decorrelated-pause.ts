import type { ResilienceOptions } from './resilience-options';

/**
 * The pause before a repeat, milliseconds: uniform between the shortest pause and three times the one before, at most the longest
 * (decorrelated jitter: callers that failed together do not come back together).
 * @param previousMs the pause before; 0 at first
 */
export function decorrelatedPauseMs(
  previousMs: number,
  { leastPauseMs, mostPauseMs, random }: Pick<ResilienceOptions, 'leastPauseMs' | 'mostPauseMs' | 'random'>,
): number {
  const limit = Math.max(leastPauseMs, previousMs) * 3;
  return Math.min(mostPauseMs, leastPauseMs + random() * (limit - leastPauseMs));
}
