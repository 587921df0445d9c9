import { fitStack, type StackRow } from '@keyart/learning';
import type { WorldDecision } from '../log/world-decision';
import { importanceOf } from './importance-of';
import type { WorldRanker } from './world-ranker';

function centredScore(ranker: WorldRanker, { viewer, title, shown }: WorldDecision): number | null {
  const scores = ranker.scores(viewer, title);
  if (scores === null) return null;
  let sum = 0;
  for (let k = 0; k < scores.length; k++) sum += scores[k];
  return scores[shown] - sum / scores.length;
}

function rowOf(rankers: readonly WorldRanker[], decision: WorldDecision): StackRow {
  const { viewer, title, reward } = decision;
  const scores = rankers.map((ranker) => centredScore(ranker, decision));
  const isAnswered = scores.every((score) => score !== null);
  return { viewer, title, reward, weight: importanceOf(decision), scores: isAnswered ? scores : null };
}

/**
 * Weights of several rankers' scores in the reward, see `fitStack` of libs/learning.
 * @param rankers answering out of fold where they were fitted to these decisions; decisions one has no answer for count for levels alone
 * @returns `[J]`, reward per unit of score
 */
export function fitRankerStack(
  rankers: readonly WorldRanker[],
  decisions: readonly WorldDecision[],
): Float64Array {
  return fitStack(
    decisions.map((decision) => rowOf(rankers, decision)),
    rankers.length,
  );
}
