import type { CandidateRange } from '@keyart/evaluation';

const STARTS = [1, 2, 3, 4, 5, 6, 10, 20, 40];

/** Numbers of candidates that are looked at together: each by itself where most titles are, then doubling. */
export const CANDIDATE_RANGES: readonly CandidateRange[] = STARTS.map((from, i) => ({
  from,
  to: i + 1 < STARTS.length ? STARTS[i + 1] - 1 : Infinity,
}));
