/**
 * Threshold of a class that gives the largest F1 on texts that the model had not seen: the value from which on a text counts as of the class.
 * @param scores `[n]`
 * @param labels `[n]`
 * @returns +∞ where there is no text of the class
 */
export function bestThreshold(scores: ArrayLike<number>, labels: ArrayLike<boolean>): number {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[b] - scores[a]);
  const positives = order.filter((i) => labels[i]).length;
  let [hits, best, threshold] = [0, 0, Infinity];
  order.forEach((text, rank) => {
    if (labels[text]) hits++;
    const isTied = rank + 1 < order.length && scores[order[rank + 1]] === scores[text];
    const f1 = (2 * hits) / (rank + 1 + positives);
    if (!isTied && f1 > best) [best, threshold] = [f1, scores[text]];
  });
  return threshold;
}
