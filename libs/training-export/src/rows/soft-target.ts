import type { ExportDecision } from '../decisions/export-decision';
import type { RowPlan } from './row-plan';

/**
 * Target of a decision that was taken: 1 on the picture taken, less what is left to pictures that are no full negatives. A picture's
 * credit as a negative is min(1, M q) for its propensity q and the largest weight M — below q = 1/M its own takes are clipped, credited by
 * that share of their due — times the plan's `neverShownWeight` where nobody was shown it. With credit c it keeps (1 − c) / K: to an
 * untrained model, whose softmax is 1/K, it is a negative c times as hard as a full one, and none at all with c = 0.
 * @param artworkIds order of the options, `[K]`
 * @returns `[K]`, sums to 1, largest on the picture taken
 */
export function takenTarget(
  plan: RowPlan,
  decision: ExportDecision,
  artworkIds: readonly string[],
): number[] {
  const { maxWeight, neverShownWeight } = plan.settings;
  const { candidates, candidatePropensities } = decision;
  const kept = artworkIds.map((id) => {
    if (id === decision.action) return 0;
    const propensity = candidatePropensities?.[candidates.indexOf(id)] ?? 1;
    const credit = Math.min(1, maxWeight * propensity) * (plan.survey.isShown(id) ? 1 : neverShownWeight);
    return rounded((1 - credit) / artworkIds.length);
  });
  const taken = 1 - kept.reduce((sum, one) => sum + one, 0);
  return artworkIds.map((id, k) => (id === decision.action ? rounded(taken) : kept[k]));
}

/** Target of a decision that was not taken: 0 on the picture shown, the rest alike. @returns `[K]`, sums to 1 */
export function notTakenTarget(count: number, shownAt: number): number[] {
  return Array.from({ length: count }, (_, k) => (k === shownAt ? 0 : 1 / (count - 1)));
}

const DECIMALS = 1e6;

function rounded(value: number): number {
  return Math.round(value * DECIMALS) / DECIMALS;
}
