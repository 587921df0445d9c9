import { crossFit } from '@keyart/learning';
import type { WorldDecision } from '../log/world-decision';
import type { WorldRanker } from './world-ranker';

/** By what decisions are kept together: a viewer's, or a title's. */
export type FoldUnit = 'viewer' | 'title';

/**
 * A ranker that answers for a viewer (or title) by a fit that has seen none of that viewer's (title's) decisions, see `crossFit` of
 * libs/learning.
 */
export function crossFitRanker(
  fit: (decisions: readonly WorldDecision[]) => WorldRanker,
  decisions: readonly WorldDecision[],
  unit: FoldUnit,
): WorldRanker {
  const fitFor = crossFit({ rows: decisions, keyOf: (decision) => `${unit}/${decision[unit]}`, fit });
  return {
    name: fitFor('').name,
    scores: (viewer, title) => fitFor(`${unit}/${{ viewer, title }[unit]}`).scores(viewer, title),
  };
}
