import { effectVariance, type TraitSums } from '../traits/trait-sums';
import type { TitleSimilarity } from './title-similarity';

/** How alike trait effects of two titles are: covariance = c sᵞ at similarity s, τ² of a title with itself. */
export interface Covariogram {
  /** c, in [0, τ²], reward². 0: similar titles say nothing. */
  readonly scale: number;
  /** γ: integer powers of a kernel are kernels (Schur's product theorem). */
  readonly power: number;
  /** τ², reward². */
  readonly variance: number;
}

/** By title; of titles with outcomes. */
export type SumsByTitle = ReadonlyMap<string | number, TraitSums>;

const POWERS = [1, 2, 3, 4];

interface PowerSums {
  /** Σ s^γ M M′ W W′-weighted, and Σ s^2γ (W W′)². */
  numerator: number;
  denominator: number;
}

/** Sum over the traits of the product of two titles' moments, and of their weights, each weighted by the latter. */
function crossProducts(a: TraitSums, b: TraitSums): readonly [product: number, weight: number] {
  let [product, weight] = [0, 0];
  for (let t = 0; t < a.moment.length; t++) {
    product += a.moment[t] * b.moment[t];
    weight += a.weight[t] * b.weight[t];
  }
  return [product, weight];
}

/**
 * The empirical covariogram of trait effects against similarity, fitted by least squares over all pairs of neighbours: E[M_t M_u] =
 * W_t W_u c s_tuᵞ, since outcomes of two titles share no noise. All traits together. The power of least squared error is taken.
 * Source: method of moments as for variograms (Cressie, "Statistics for Spatial Data", 1993, 2.6).
 */
export function fitCovariogram(sums: SumsByTitle, similar: TitleSimilarity): Covariogram {
  const fits = POWERS.map((): PowerSums => ({ numerator: 0, denominator: 0 }));
  for (const [title, own] of sums) {
    for (const { title: other, similarity } of similar.neighbours(title)) {
      const others = sums.get(other);
      if (!others || similarity <= 0) continue;
      const [product, weight] = crossProducts(own, others);
      POWERS.forEach((power, p) => {
        const expected = weight * similarity ** power;
        fits[p].numerator += expected * product;
        fits[p].denominator += expected ** 2;
      });
    }
  }
  return chosen(fits, effectVariance(sums.values()));
}

/** Error explained by a power: numerator² / denominator. */
function chosen(fits: readonly PowerSums[], variance: number): Covariogram {
  const explained = fits.map(({ numerator, denominator }) =>
    numerator > 0 && denominator > 0 ? numerator ** 2 / denominator : 0,
  );
  const at = explained.indexOf(Math.max(...explained));
  const { numerator, denominator } = fits[at];
  const scale = denominator > 0 ? Math.max(0, numerator / denominator) : 0;
  return { scale: Math.min(scale, variance), power: POWERS[at], variance };
}
