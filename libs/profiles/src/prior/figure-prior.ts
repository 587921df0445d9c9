import { groupsOf } from '@keyart/common';

/** What is known of a figure before anything was said of a title. */
export interface NormalPrior {
  readonly mean: number;
  readonly variance: number;
}

/** Priors of a figure: titles spread about their micro-genre, micro-genres about the catalogue. Plain data, fit for JSON. */
export interface FigurePrior {
  readonly catalogue: NormalPrior;
  /** By group; a group of few titles is drawn to the catalogue. */
  readonly groups: Readonly<Record<string, NormalPrior>>;
}

/** What one title's reviews say of a figure. */
export interface FigureObservation {
  readonly mean: number;
  /** Of the mean: sampling error squared, > 0. */
  readonly variance: number;
  /** Its micro-genre; null: none. */
  readonly group: string | null;
}

/** How far a prior may be trusted where too few titles say so: never as if it were known exactly. */
export interface PriorLimits {
  /** Prior where no title says anything. */
  readonly unknown: NormalPrior;
  readonly leastVariance: number;
}

/** Fewer titles do not make a spread. */
const LEAST_TITLES = 3;

/**
 * Empirical Bayes in two levels: variance between titles of a group and between groups by moments (DerSimonian & Laird 1986), means weighted by
 * precision. Prior of a group: its mean shrunk to the catalogue's, spread of its titles and its own doubt added.
 * @param observations one a title
 */
export function fitFigurePrior(
  observations: readonly FigureObservation[],
  { unknown, leastVariance }: PriorLimits,
): FigurePrior {
  if (observations.length < LEAST_TITLES) return { catalogue: unknown, groups: {} };
  const grouped = groupsOf(
    observations.filter(({ group }) => group !== null),
    ({ group }) => group ?? '',
  );
  const total = between(observations);
  const means = new Map(grouped.map((titles) => [titles[0].group ?? '', pooled(titles, total)]));
  const groupVariance = Math.min(total, between([...means.values()]));
  const titleVariance = Math.max(leastVariance, total - groupVariance);
  const { mean } = pooled(observations, total);
  const groups = [...means].map(([group, own]): [string, NormalPrior] => {
    const kept = groupVariance / (groupVariance + own.variance);
    const doubt = kept * own.variance;
    return [group, { mean: mean + kept * (own.mean - mean), variance: titleVariance + doubt }];
  });
  return {
    catalogue: { mean, variance: titleVariance + groupVariance },
    groups: Object.fromEntries(groups),
  };
}

type Estimate = Pick<FigureObservation, 'mean' | 'variance'>;

/** Mean of estimates that also differ by `spread`, with its variance. */
function pooled(estimates: readonly Estimate[], spread: number): NormalPrior {
  let [weight, value] = [0, 0];
  for (const { mean, variance } of estimates) {
    weight += 1 / (variance + spread);
    value += mean / (variance + spread);
  }
  return { mean: value / weight, variance: 1 / weight };
}

/** Variance of true values behind estimates, ≥ 0. */
function between(estimates: readonly Estimate[]): number {
  if (estimates.length < 2) return 0;
  const { mean } = pooled(estimates, 0);
  let [weight, squaredWeight, deviation] = [0, 0, 0];
  for (const estimate of estimates) {
    const own = 1 / estimate.variance;
    weight += own;
    squaredWeight += own ** 2;
    deviation += own * (estimate.mean - mean) ** 2;
  }
  return Math.max(0, (deviation - (estimates.length - 1)) / (weight - squaredWeight / weight));
}
