import { hash32 } from '@keyart/common';
import { fitPopularity, trainBaseline, warmStartBaseline, type TrainingRow } from '@keyart/learning';
import type { ServingModels } from '@keyart/ranking';
import type { JudgedDecision } from './judged-decision';

const FOLD_COUNT = 5;
/** One function of many; any would do. */
const HASH_SEED = 3;

/** The part of the log that a member's decisions lie in, in [0, 5): from the id alone, so that no member is in two. */
export function foldOf({ choice: { userId } }: JudgedDecision): number {
  return hash32(userId, HASH_SEED) % FOLD_COUNT;
}

/**
 * Models for each part of the log, fitted on the other parts: no decision is judged by a model that knows what became of it, nor of
 * others of its member. Clicks are not in the log, so nothing is demoted.
 * @returns `[5]`, by `foldOf`
 */
export function fitByFold(
  decisions: readonly JudgedDecision[],
  onProgress: (fraction: number) => void,
): ServingModels[] {
  const rows = decisions.map((decision) => ({ fold: foldOf(decision), row: trainingRowOf(decision) }));
  const isBare = decisions.every(({ known }) => known === null);
  return Array.from({ length: FOLD_COUNT }, (_, fold) => {
    const others = rows.filter((one) => one.fold !== fold).map(({ row }) => row);
    onProgress(fold / FOLD_COUNT);
    const bandit = isBare ? null : trainBaseline(others, { priorModel: warmStartBaseline() });
    const nothing = { llm: null, student: null, hybrid: null, insights: null, guard: null };
    return { bandit, popularity: fitPopularity(others), ...nothing };
  });
}

function trainingRowOf({ choice, artworks, taste }: JudgedDecision): TrainingRow {
  const { action, candidates, propensity, reward } = choice;
  const artwork = artworks[candidates.indexOf(action)];
  return { artwork, taste, reward, propensity, candidateCount: candidates.length };
}
