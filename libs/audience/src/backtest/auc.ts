/** A score and what came of it. */
export interface ScoredOutcome {
  readonly score: number;
  readonly outcome: number;
}

/**
 * Area under the ROC curve: the chance that a positive scores above a negative, ties half (Mann–Whitney; Hanley & McNeil 1982), in [0, 1];
 * null where one of the two is missing.
 */
export function areaUnderCurve(scored: readonly ScoredOutcome[]): number | null {
  const sorted = [...scored].sort((a, b) => a.score - b.score);
  let [rankSum, positives] = [0, 0];
  for (let from = 0; from < sorted.length;) {
    let until = from;
    while (until < sorted.length && sorted[until].score === sorted[from].score) until++;
    for (let i = from; i < until; i++)
      if (sorted[i].outcome === 1) {
        rankSum += (from + 1 + until) / 2;
        positives++;
      }
    from = until;
  }
  const negatives = sorted.length - positives;
  if (positives === 0 || negatives === 0) return null;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}
