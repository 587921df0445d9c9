import type { Measurement } from './measure-titles';

/** A feature of one viewer, measured on all titles and on each half of them; null: nothing is known. */
export interface HalvedMeasurement {
  readonly whole: Measurement | null;
  readonly halves: readonly [Measurement | null, Measurement | null];
}

/** How a feature varies, within viewers and between them. */
export interface FeatureShrinkage {
  /** μ, mean over viewers. */
  readonly mean: number;
  /** κ = σ²/τ²: as many titles as the population is worth; null: viewers do not differ, or it is not known that they do. */
  readonly strength: number | null;
}

const LEAST_VIEWERS = 2;

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function covariance(pairs: readonly (readonly [number, number])[]): number {
  const [a, b] = [meanOf(pairs.map(([first]) => first)), meanOf(pairs.map(([, second]) => second))];
  return pairs.reduce((sum, [first, second]) => sum + (first - a) * (second - b), 0) / (pairs.length - 1);
}

/**
 * What the two halves of a viewer's titles have in common is the viewer, all else is chance: τ² is the covariance of the halves over viewers
 * (Spearman 1910; Brown 1910), σ² what is left of the variance, per title. Holds for any feature, also those that compare titles.
 * @param viewers `[n]`
 */
export function fitFeatureShrinkage(viewers: readonly HalvedMeasurement[]): FeatureShrinkage {
  const seen = viewers.flatMap(({ whole }) => whole ?? []);
  const mean = seen.length > 0 ? meanOf(seen.map(({ value }) => value)) : 0;
  const rows = viewers.flatMap(({ whole, halves: [first, second] }) =>
    whole && first && second ? [{ whole, halves: [first.value, second.value] as const }] : [],
  );
  if (rows.length < LEAST_VIEWERS) return { mean, strength: null };
  const between = covariance(rows.map(({ halves }) => halves));
  const total = covariance(rows.map(({ whole }) => [whole.value, whole.value]));
  // rounding leaves some 1e-30 where all viewers are the same
  if (!(between > 1e-12 * (1 + mean * mean))) return { mean, strength: null };
  const noise = Math.max(0, total - between) / meanOf(rows.map(({ whole }) => 1 / whole.count));
  return { mean, strength: noise / between };
}

/** (n x̄ + κ μ)/(n + κ): posterior mean of normal data (Efron & Morris 1973); μ where nothing was measured. */
export function shrunkenValue(measurement: Measurement | null, { mean, strength }: FeatureShrinkage): number {
  if (measurement === null || strength === null) return mean;
  const { value, count } = measurement;
  return (count * value + strength * mean) / (count + strength);
}
