import { effectVariance, traitSums } from '../traits/trait-sums';
import type { TraitOutcome } from '../traits/trait-row';

/**
 * What traits earn more or less in a region than everywhere, shrunk by how much regions differ at all (empirical Bayes, τ² by moments).
 * @returns region → reward per unit of trait, `[T]`
 */
export function regionEffects(outcomes: readonly TraitOutcome[]): Map<string, Float64Array> {
  const sums = traitSums(outcomes, ({ region }) => (region === '' ? null : region));
  const variance = effectVariance(sums.values());
  const shrunk = [...sums].map(([region, { moment, weight, noise }]) => {
    const effects = moment.map((sum, t) =>
      weight[t] === 0 ? 0 : (sum / weight[t]) * (variance / (variance + noise[t] / weight[t] ** 2)),
    );
    return [region, effects] as const;
  });
  return new Map(variance === 0 ? [] : shrunk);
}
