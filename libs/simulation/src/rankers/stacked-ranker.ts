import type { WorldDecision } from '../log/world-decision';
import type { World } from '../world';
import { crossFitRanker } from './cross-fit-ranker';
import { fitRankerStack } from './fit-ranker-stack';
import type { WorldRanker } from './world-ranker';

/** A ranker as a stack knows it: as it serves, and as it does on the log before new viewers and before new titles. */
export interface StackPart {
  readonly ranker: WorldRanker;
  /** Out of fold by viewer; the ranker itself where it learnt nothing from the log. */
  readonly byViewer: WorldRanker;
  /** Out of fold by title. */
  readonly byTitle: WorldRanker;
}

/** A part that learnt nothing from the log. */
export function givenPart(ranker: WorldRanker): StackPart {
  return { ranker, byViewer: ranker, byTitle: ranker };
}

/** A part that is fitted to the log. */
export function fittedPart(
  fit: (decisions: readonly WorldDecision[]) => WorldRanker,
  decisions: readonly WorldDecision[],
): StackPart {
  return {
    ranker: fit(decisions),
    byViewer: crossFitRanker(fit, decisions, 'viewer'),
    byTitle: crossFitRanker(fit, decisions, 'title'),
  };
}

/** A stack's weights by familiarity. */
export interface StackWeights {
  /** Titles of the log, `[J]`. */
  readonly warm: Float64Array;
  /** Titles that the log has nothing of, `[J]`. */
  readonly cold: Float64Array;
}

/** Weights of the parts, for titles of the log as learnt on new viewers, for new titles as learnt on titles left out. */
export function fitStackWeights(
  parts: readonly StackPart[],
  decisions: readonly WorldDecision[],
): StackWeights {
  return {
    warm: fitRankerStack(
      parts.map(({ byViewer }) => byViewer),
      decisions,
    ),
    cold: fitRankerStack(
      parts.map(({ byTitle }) => byTitle),
      decisions,
    ),
  };
}

function weighted(
  rankers: readonly WorldRanker[],
  weights: Float64Array,
  [viewer, title]: readonly [viewer: number, title: number],
): Float64Array | null {
  let sum: Float64Array | null = null;
  for (const [j, ranker] of rankers.entries()) {
    const scores = ranker.scores(viewer, title);
    if (scores === null) return null;
    sum ??= new Float64Array(scores.length);
    for (let k = 0; k < sum.length; k++) sum[k] += weights[j] * scores[k];
  }
  return sum;
}

/** The parts' scores by the weights of the title's familiarity, in units of reward. */
export function stackedRanker(
  name: string,
  world: World,
  { parts, weights }: { readonly parts: readonly StackPart[]; readonly weights: StackWeights },
): WorldRanker {
  const rankers = parts.map(({ ranker }) => ranker);
  return {
    name,
    scores: (viewer, title) =>
      weighted(rankers, world.titles[title].isCold ? weights.cold : weights.warm, [viewer, title]),
  };
}
