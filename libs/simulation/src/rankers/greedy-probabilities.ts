import type { WorldPair } from '../report/held-out-pairs';
import type { WorldRanker } from './world-ranker';

/** Greedily: all on the best picture, picks tied for best share alike; evenly where the ranker has no answer. `[K]` */
export function greedyProbabilities(
  ranker: WorldRanker,
  { viewer, title }: WorldPair,
  count: number,
): Float64Array {
  const scores = ranker.scores(viewer, title);
  if (scores === null) return new Float64Array(count).fill(1 / count);
  let [best, ties] = [-Infinity, 0];
  for (let k = 0; k < count; k++) {
    ties = scores[k] > best ? 1 : ties + Number(scores[k] === best);
    best = Math.max(best, scores[k]);
  }
  return Float64Array.from({ length: count }, (_, k) => (scores[k] === best ? 1 / ties : 0));
}
