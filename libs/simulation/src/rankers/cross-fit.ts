import { hash32 } from '@keyart/common';
import type { WorldDecision } from '../log/world-decision';
import type { WorldRanker } from './world-ranker';

/** By what decisions are kept together: a viewer's, or a title's. */
export type FoldUnit = 'viewer' | 'title';

/** Folds of a cross-fit: each costs a fit. */
const FOLD_COUNT = 4;

function foldOf(place: number, unit: FoldUnit): number {
  return hash32(`${unit}/${place}`, 0) % FOLD_COUNT;
}

/**
 * A ranker that answers for a viewer (or title) by a fit that has seen none of that viewer's (title's) decisions: how it does
 * before somebody (something) new, on the log itself.
 */
export function crossFit(
  fit: (decisions: readonly WorldDecision[]) => WorldRanker,
  decisions: readonly WorldDecision[],
  unit: FoldUnit,
): WorldRanker {
  const fits = Array.from({ length: FOLD_COUNT }, (_, fold) =>
    fit(decisions.filter((decision) => foldOf(decision[unit], unit) !== fold)),
  );
  return {
    name: fits[0].name,
    scores(viewer, title) {
      return fits[foldOf({ viewer, title }[unit], unit)].scores(viewer, title);
    },
  };
}
