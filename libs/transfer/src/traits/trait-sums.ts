import type { TraitOutcome } from './trait-row';

/** Sufficient statistics of trait effects, a trait at a time, `[T]` each; those of several titles add up. */
export interface TraitSums {
  /** Σ w a y. */
  readonly moment: Float64Array;
  /** Σ w a². */
  readonly weight: Float64Array;
  /** Variance of the moment by chance alone: σ² Σ w² a². */
  readonly noise: Float64Array;
  /** Outcomes. */
  rowCount: number;
}

/** Nothing seen yet. */
export function emptySums(traitCount: number): TraitSums {
  const zeros = (): Float64Array => new Float64Array(traitCount);
  return { moment: zeros(), weight: zeros(), noise: zeros(), rowCount: 0 };
}

/** Weighted mean square of the outcomes. */
function chanceVariance(outcomes: readonly TraitOutcome[]): number {
  let [squares, total] = [0, 0];
  for (const { surplus, weight } of outcomes) {
    squares += weight * surplus ** 2;
    total += weight;
  }
  return total > 0 ? squares / total : 0;
}

/**
 * The sums of outcomes by what they have in common, e.g. their title.
 * @param keyOf null: the outcome belongs to none
 */
export function traitSums<Key>(
  outcomes: readonly TraitOutcome[],
  keyOf: (outcome: TraitOutcome) => Key | null,
): Map<Key, TraitSums> {
  const variance = chanceVariance(outcomes);
  const byKey = new Map<Key, TraitSums>();
  for (const outcome of outcomes) {
    const key = keyOf(outcome);
    if (key === null) continue;
    const sums = byKey.get(key) ?? emptySums(outcome.traits.length);
    add(sums, outcome, variance);
    byKey.set(key, sums);
  }
  return byKey;
}

function add(sums: TraitSums, { traits, surplus, weight }: TraitOutcome, variance: number): void {
  sums.rowCount++;
  for (let t = 0; t < traits.length; t++) {
    const a = traits[t];
    if (a === 0) continue;
    sums.moment[t] += weight * a * surplus;
    sums.weight[t] += weight * a * a;
    sums.noise[t] += variance * (weight * a) ** 2;
  }
}

/** τ²: variance of the effects behind the sums, all traits together, by moments: Σ (M² − noise) / Σ W², ≥ 0. */
export function effectVariance(all: Iterable<TraitSums>): number {
  let [found, possible] = [0, 0];
  for (const { moment, weight, noise } of all) {
    for (let t = 0; t < moment.length; t++) {
      found += moment[t] ** 2 - noise[t];
      possible += weight[t] ** 2;
    }
  }
  return possible > 0 ? Math.max(0, found / possible) : 0;
}
