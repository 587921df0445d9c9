import { textCounts, type Presence } from './presence';

/** Occurrences that each side is thought to have had before any was seen. */
const SMOOTHING = 1;

/**
 * How much a feature alone tells the sides apart: |log ratio of its smoothed shares of each side's occurrences|, `[F]`.
 * Wang & Manning 2012, "Baselines and bigrams", equation 4; the sign is left to the machine, for which it makes no difference.
 * @param labels `[n]`
 */
export function naiveBayesScales(presence: Presence, labels: ArrayLike<boolean>): Float32Array {
  const { starts, columns, columnCount } = presence;
  const [positive, negative] = [new Float64Array(columnCount), new Float64Array(columnCount)];
  for (let text = 0; text + 1 < starts.length; text++) {
    const side = labels[text] ? positive : negative;
    for (let at = starts[text]; at < starts[text + 1]; at++) side[columns[at]]++;
  }
  const sum = (counts: Float64Array): number => counts.reduce((total, count) => total + count + SMOOTHING, 0);
  const sums = sum(positive) / sum(negative);
  return Float32Array.from(positive, (count, column) =>
    Math.abs(Math.log((count + SMOOTHING) / (negative[column] + SMOOTHING) / sums)),
  );
}

/** How rare a feature is, `[F]`: 1 + log((1 + n)/(1 + texts with it)), ≥ 1 (smooth inverse document frequency). */
export function inverseFrequencyScales(presence: Presence): Float32Array {
  const n = presence.starts.length - 1;
  return Float32Array.from(textCounts(presence), (count) => 1 + Math.log((1 + n) / (1 + count)));
}
