import { solveConjugateGradient } from '@keyart/common';
import type { WorldDecision } from '../log/world-decision';
import { importanceOf } from './importance-of';
import type { WorldRanker } from './world-ranker';

/** Decisions a level starts from. */
const NEUTRAL_COUNT = 10;
/** In decisions: what a standardised weight is held to 0 by. */
const RIDGE = 20;

interface StackRow {
  /** `[J]`, the shown picture's score above the mean of the title's pictures. */
  readonly x: Float64Array;
  readonly y: number;
  readonly weight: number;
}

/** Shrunken mean surplus by viewer or title: outcomes differ more by these than by pictures, and are not what is asked. */
function levels(
  decisions: readonly WorldDecision[],
  unit: 'viewer' | 'title',
  surplus: (decision: WorldDecision) => number,
): Map<number, number> {
  const sums = new Map<number, { sum: number; count: number }>();
  for (const decision of decisions) {
    const own = sums.get(decision[unit]) ?? { sum: 0, count: 0 };
    own.sum += surplus(decision);
    own.count++;
    sums.set(decision[unit], own);
  }
  return new Map([...sums].map(([place, { sum, count }]) => [place, sum / (count + NEUTRAL_COUNT)]));
}

function surplusOf(decisions: readonly WorldDecision[]): (decision: WorldDecision) => number {
  const mean = decisions.reduce((sum, { reward }) => sum + reward, 0) / Math.max(1, decisions.length);
  const titles = levels(decisions, 'title', ({ reward }) => reward - mean);
  const rest = ({ reward, title }: WorldDecision): number => reward - mean - (titles.get(title) ?? 0);
  const viewers = levels(decisions, 'viewer', rest);
  return (decision) => rest(decision) - (viewers.get(decision.viewer) ?? 0);
}

function centredScore(ranker: WorldRanker, { viewer, title, shown }: WorldDecision): number | null {
  const scores = ranker.scores(viewer, title);
  if (scores === null) return null;
  let sum = 0;
  for (let k = 0; k < scores.length; k++) sum += scores[k];
  return scores[shown] - sum / scores.length;
}

function rowsOf(rankers: readonly WorldRanker[], decisions: readonly WorldDecision[]): StackRow[] {
  const surplus = surplusOf(decisions);
  return decisions.flatMap((decision) => {
    const x = rankers.map((ranker) => centredScore(ranker, decision));
    if (x.includes(null)) return [];
    return [
      {
        x: Float64Array.from(x as number[]),
        y: surplus(decision),
        weight: importanceOf(decision),
      },
    ];
  });
}

/**
 * Weights of several rankers' scores in the reward: weighted least squares of what a shown picture earned above its title's and
 * viewer's level on the scores above the title's mean, each decision weighted to count as under uniform logging.
 * @param rankers answering out of fold where they were fitted to these decisions; decisions one has no answer for are left out
 * @returns `[J]`, reward per unit of score; 0 throughout where there are no decisions to learn from
 */
export function fitStack(rankers: readonly WorldRanker[], decisions: readonly WorldDecision[]): Float64Array {
  const rows = rowsOf(rankers, decisions);
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const scales = rankers.map((_, j) =>
    Math.sqrt(rows.reduce((sum, { x, weight }) => sum + weight * x[j] ** 2, 0) / Math.max(1, total)),
  );
  const scaled = rows.map(({ x, ...rest }) => ({
    ...rest,
    x: x.map((value, j) => (scales[j] > 0 ? value / scales[j] : 0)),
  }));
  const rightSide = new Float64Array(rankers.length);
  for (const { x, y, weight } of scaled) x.forEach((value, j) => (rightSide[j] += weight * value * y));
  const solved = solveConjugateGradient({
    rightSide,
    diagonal: new Float64Array(rankers.length).fill(total + RIDGE),
    apply(weights, out) {
      weights.forEach((value, j) => (out[j] = RIDGE * value));
      for (const { x, weight } of scaled) {
        const product = weight * x.reduce((sum, value, j) => sum + value * weights[j], 0);
        x.forEach((value, j) => (out[j] += product * value));
      }
    },
  });
  return solved.map((value, j) => (scales[j] > 0 ? value / scales[j] : 0));
}
