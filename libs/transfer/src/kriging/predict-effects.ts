import { solveConjugateGradient } from '@keyart/common';
import type { TraitSums } from '../traits/trait-sums';
import type { Covariogram, SumsByTitle } from './fit-covariogram';
import type { Neighbour, TitleSimilarity } from './title-similarity';

/** A donor and what it counted for. */
export interface Donor extends Neighbour {
  /** Mean of its weights over the traits, may be negative where it repeats what another donor says. */
  readonly weight: number;
  readonly rowCount: number;
}

/** What a title's trait effects are expected to be. */
export interface PredictedEffects {
  /** Reward per unit of trait, `[T]`. */
  readonly effects: Float64Array;
  /** Variance left, by trait, reward², `[T]`. */
  readonly variances: Float64Array;
  /** Largest weight first; empty: nothing was learnt, effects are 0. */
  readonly donors: readonly Donor[];
  /** Outcomes of the title itself that would say as much, see `predictEffects`. */
  readonly effectiveCount: number;
}

/** Donors of a title at most: the next ones weigh nearly nothing. */
const DONOR_COUNT = 24;
const TOLERANCE = 1e-9;

interface Kriging {
  readonly donors: readonly Neighbour[];
  readonly sums: readonly TraitSums[];
  /** Covariances of the effects of the donors, `[m][m]`, and with the title's, `[m]`. */
  readonly among: readonly Float64Array[];
  readonly toTitle: Float64Array;
}

/**
 * Best linear unbiased prediction of a title's trait effects from its neighbours' (simple kriging, a trait at a time): weights
 * (K + D)⁻¹ k on the donors' estimates M/W, K by the covariogram, D = noise/W². A donor with little data, or one that repeats another,
 * weighs little; nothing similar gives 0.
 * Source: Robinson, "That BLUP is a good thing" (1991); Cressie (1993), 3.2.
 * `effectiveCount`: rows at the donors' mean information a row that would leave a flat prior with the same variance.
 */
export function predictEffects(
  title: string | number,
  sums: SumsByTitle,
  { covariogram, similar }: { readonly covariogram: Covariogram; readonly similar: TitleSimilarity },
): PredictedEffects {
  const kriging = krigingOf(title, sums, { covariogram, similar });
  const traitCount = sums.values().next().value?.moment.length ?? 0;
  const effects = new Float64Array(traitCount);
  const variances = new Float64Array(traitCount).fill(covariogram.variance);
  const total = new Float64Array(kriging.donors.length);
  for (let t = 0; t < traitCount && kriging.donors.length > 0; t++) {
    const weights = weightsOf(kriging, t);
    weights.forEach((weight, d) => {
      const { moment, weight: information } = kriging.sums[d];
      if (information[t] === 0) return;
      effects[t] += (weight * moment[t]) / information[t];
      variances[t] -= weight * kriging.toTitle[d];
      total[d] += weight / traitCount;
    });
  }
  const donors = kriging.donors
    .map((donor, d) => ({ ...donor, weight: total[d], rowCount: kriging.sums[d].rowCount }))
    .sort((a, b) => b.weight - a.weight);
  return { effects, variances, donors, effectiveCount: effectiveCountOf(kriging, variances, covariogram) };
}

function krigingOf(
  title: string | number,
  sums: SumsByTitle,
  { covariogram, similar }: { readonly covariogram: Covariogram; readonly similar: TitleSimilarity },
): Kriging {
  const { scale, power, variance } = covariogram;
  const near = scale > 0 ? similar.neighbours(title) : [];
  const donors = near.filter((one) => one.similarity > 0 && sums.has(one.title)).slice(0, DONOR_COUNT);
  const covariance = (similarity: number): number => scale * Math.max(0, similarity) ** power;
  return {
    donors,
    sums: donors.flatMap((donor) => sums.get(donor.title) ?? []),
    among: donors.map((a) =>
      Float64Array.from(donors, (b) =>
        a === b ? variance : covariance(similar.similarity(a.title, b.title)),
      ),
    ),
    toTitle: Float64Array.from(donors, ({ similarity }) => covariance(similarity)),
  };
}

/** `[m]`; 0 for a donor that says nothing of the trait. */
function weightsOf({ sums, among, toTitle }: Kriging, trait: number): Float64Array {
  const isKnown = sums.map(({ weight }) => weight[trait] > 0);
  const diagonal = Float64Array.from(sums, ({ weight, noise }, d) =>
    isKnown[d] ? among[d][d] + noise[trait] / weight[trait] ** 2 : 1,
  );
  return solveConjugateGradient({
    diagonal,
    rightSide: toTitle.map((value, d) => (isKnown[d] ? value : 0)),
    tolerance: TOLERANCE,
    apply(x, out) {
      for (let d = 0; d < x.length; d++) {
        let sum = diagonal[d] * x[d];
        if (isKnown[d])
          for (let e = 0; e < x.length; e++) if (e !== d && isKnown[e]) sum += among[d][e] * x[e];
        out[d] = sum;
      }
    },
  });
}

/** Variance τ² τ̂²/(τ² + τ̂²) of a flat prior after noise τ̂² equals what is left: τ̂² = v τ²/(τ² − v); a row's noise is the donors' mean. */
function effectiveCountOf({ sums }: Kriging, variances: Float64Array, { variance }: Covariogram): number {
  let [count, traitCount] = [0, 0];
  const rowCount = sums.reduce((sum, one) => sum + one.rowCount, 0);
  for (let t = 0; t < variances.length; t++) {
    const weight = sums.reduce((sum, one) => sum + one.weight[t], 0);
    const noise = sums.reduce((sum, one) => sum + one.noise[t], 0);
    if (weight === 0 || variances[t] >= variance) continue;
    const noiseOfRow = (noise / weight ** 2) * rowCount;
    count += noiseOfRow * (1 / Math.max(variances[t], variance / 1e6) - 1 / variance);
    traitCount++;
  }
  return traitCount === 0 ? 0 : count / traitCount;
}
