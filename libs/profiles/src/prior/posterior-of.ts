import type { FigurePrior, NormalPrior } from './figure-prior';

/** A figure with what the prior makes of it. */
export interface Figure {
  /** Shrunken: what to go by. */
  readonly value: number;
  /** Of the reviews alone. */
  readonly raw: number;
  /** 95% interval of the value. */
  readonly low: number;
  readonly high: number;
}

/** A figure and how much of it is the prior's. */
export interface Posterior extends Figure {
  /** In [0, 1]; 1: nothing but the prior. */
  readonly priorFraction: number;
}

/** What a title starts from: its micro-genre where that is known, else the catalogue. */
export function priorOf(prior: FigurePrior, group: string | null): NormalPrior {
  return (group !== null && Object.hasOwn(prior.groups, group) && prior.groups[group]) || prior.catalogue;
}

const Z_95 = 1.959964;

/**
 * Posterior of a normal mean with a normal prior.
 * @param own mean of the reviews and its sampling variance; null: there are none
 * @param range that value and interval are kept within
 */
export function posteriorOf(
  own: { readonly mean: number; readonly variance: number } | null,
  prior: NormalPrior,
  range: readonly [number, number],
): Posterior {
  const priorPrecision = 1 / prior.variance;
  const precision = own ? 1 / own.variance : 0;
  const priorFraction = priorPrecision / (priorPrecision + precision);
  const value = priorFraction * prior.mean + (1 - priorFraction) * (own?.mean ?? 0);
  const half = Z_95 * Math.sqrt(1 / (priorPrecision + precision));
  const within = (number: number): number => Math.min(range[1], Math.max(range[0], number));
  return {
    value: within(value),
    raw: own?.mean ?? within(prior.mean),
    low: within(value - half),
    high: within(value + half),
    priorFraction,
  };
}
