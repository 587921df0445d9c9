import { squareCbWeights } from '@keyart/ranking';
import type { WorldRanker } from './world-ranker';

/** How scores become probabilities; the same for all rankers. */
export interface Exploration {
  /** γ of SquareCB, in units of one over the scores' scale. */
  readonly gamma: number;
  /** ε of the exploration floor, in [0, 1]. */
  readonly epsilon: number;
}

/** As the service does: inverse-gap weights, then the floor. `[K]`, sums to 1. */
export function servedProbabilities(
  ranker: WorldRanker,
  { viewer, title, count }: { readonly viewer: number; readonly title: number; readonly count: number },
  { gamma, epsilon }: Exploration,
): number[] {
  const scores = ranker.scores(viewer, title);
  if (scores === null) return new Array<number>(count).fill(1 / count);
  return squareCbWeights([...Array.from(scores)], gamma).map((p) => (1 - epsilon) * p + epsilon / count);
}
