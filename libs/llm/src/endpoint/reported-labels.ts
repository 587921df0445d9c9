import type { LabelScore } from '../label-scorer';

/** Lowest value a label may carry: keeps differences finite. */
const LOWEST_LOG_PROBABILITY = -30;

/**
 * A label score from what a server reported of the next token. A label it left out carries an upper bound of its value: no larger than the
 * smallest reported, and together with the other absent ones no more than the mass left over. Absent labels do not count to the mass.
 * @param labels `[L]`
 * @param found `[L]` log-probability, or undefined where the server did not report the label
 * @param reported log-probabilities of every distinct token reported
 */
export function scoreFromReported(
  labels: readonly string[],
  found: readonly (number | undefined)[],
  reported: readonly number[],
): LabelScore {
  const missing = labels.filter((_, i) => found[i] === undefined);
  const left = Math.max(0, 1 - massOf(reported)) / Math.max(1, missing.length);
  const bound = Math.min(0, Math.log(left), ...reported);
  const floor = Math.max(LOWEST_LOG_PROBABILITY, bound);
  return {
    logProbabilities: found.map((value) => Math.max(LOWEST_LOG_PROBABILITY, value ?? floor)),
    labelMass: Math.min(1, massOf(found.filter((value) => value !== undefined))),
    missing,
  };
}

function massOf(logProbabilities: readonly number[]): number {
  return logProbabilities.reduce((sum, value) => sum + Math.exp(value), 0);
}
