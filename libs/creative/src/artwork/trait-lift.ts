import { jackknifeEstimate, type Interval, type JackknifeEstimate } from '@keyart/evaluation';
import { LEAST_TITLES } from '../clusters';
import type { TraitDecision } from './trait-decision';
import { contrasted, TraitTally, type ContrastedDecision } from './trait-tally';

/** Takes that each side must have had before anything is said. */
export const LEAST_TAKES = 10;

/** Take fractions of pictures with a trait beside those without, of the same titles. */
export interface TraitContrast {
  /** As if pictures with the trait, and as if pictures without, had been shown by lot; in [0, 1]. */
  readonly takeFraction: number;
  readonly otherTakeFraction: number;
  /** Of the logarithm of their ratio. */
  readonly logRatio: JackknifeEstimate;
  readonly errorsBy: 'title' | 'member';
  /** Decisions whose slate has pictures of both kinds. */
  readonly decisionCount: number;
  /** The same by their weights. */
  readonly effectiveCount: number;
  readonly titleCount: number;
  readonly memberCount: number;
}

/**
 * Importance-weighted contrast of a trait within titles: self-normalised take fractions of both sides, their log ratio with errors by leaving out
 * each title, or, of fewer than five, each member. Unbiased up to 1/n where propensities are true and every picture could be shown. It is the
 * effect of showing pictures that have the trait, with all else they have.
 * Source: Swaminathan and Joachims, "The self-normalized estimator for counterfactual learning" (NIPS 2015).
 * @returns null: too few takes on a side, or too few titles or members to tell an error
 */
export function contrastTrait(decisions: readonly TraitDecision[], trait: string): TraitContrast | null {
  const total = new TraitTally();
  const rows: ContrastedDecision[] = [];
  // Logs are long: no list is made of each row.
  for (const decision of decisions) {
    const row = contrasted(decision, trait);
    if (row === null) continue;
    rows.push(row);
    total.add(row);
  }
  const { shown, others, decisionCount } = total;
  if (Math.min(shown.takeCount, others.takeCount) < LEAST_TAKES) return null;
  const titles = talliesBy(rows, ({ titleId }) => titleId);
  const members = talliesBy(rows, ({ member }) => member);
  const errorsBy = titles.length >= LEAST_TITLES ? 'title' : 'member';
  const logRatio = logRatioOf(total, errorsBy === 'title' ? titles : members);
  return (
    logRatio && {
      ...{ takeFraction: shown.fraction(), otherTakeFraction: others.fraction(), logRatio, errorsBy },
      ...{ decisionCount, effectiveCount: shown.effectiveCount + others.effectiveCount },
      ...{ titleCount: titles.length, memberCount: members.length },
    }
  );
}

function talliesBy(
  rows: readonly ContrastedDecision[],
  keyOf: (row: ContrastedDecision) => string,
): TraitTally[] {
  const tallies = new Map<string, TraitTally>();
  for (const row of rows) {
    const tally = tallies.get(keyOf(row)) ?? new TraitTally();
    tally.add(row);
    tallies.set(keyOf(row), tally);
  }
  return [...tallies.values()];
}

function logRatioOf(total: TraitTally, clusters: readonly TraitTally[]): JackknifeEstimate | null {
  if (clusters.length < 2) return null;
  return jackknifeEstimate({
    value: total.logRatio(),
    leftOut: Float64Array.from(clusters, (part) => total.logRatio(part)),
    shares: Float64Array.from(clusters, ({ decisionCount }) => decisionCount),
  });
}

/** A log ratio as a relative change: 0.1 is a tenth more takes. */
export function liftOf(logRatio: number): number {
  return Math.expm1(logRatio);
}

/** Both ends. */
export function liftInterval([lower, upper]: Interval): Interval {
  return [liftOf(lower), liftOf(upper)];
}
