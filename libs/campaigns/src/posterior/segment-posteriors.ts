import type { BetaParameters } from '@keyart/evaluation';
import { estimateSpread, START_SPREAD } from './estimate-spread';
import { fitLogOdds, type CellData, type FittedCell } from './log-odds-fit';

/** Fit and spread in turns; the spread moves little after the second. */
const TURNS = 3;
/** Rates beyond are 0 and 1 to all purposes. */
const MOST_LOG_ODDS = 12;

/** What is believed of each segment's answer to each creative. */
export interface SegmentPosteriors {
  /** `[S][K]` before the cell's own answers, from all others of the title. */
  readonly priors: readonly (readonly BetaParameters[])[];
  /** `[S][K]` with them. */
  readonly posteriors: readonly (readonly BetaParameters[])[];
  /** What a full tone match is worth, in log odds, as the answers have it. */
  readonly matchSlope: number;
  /** σ: how far cells lie off title and match, in log odds. */
  readonly spread: number;
}

/**
 * Hierarchical Beta-Binomial, segments pooled to their title by empirical Bayes. The prior mean of a cell is what its title's other cells say of
 * it, on the log-odds line of segment level, creative's pull and tone match; its variance is the line's own at that cell and σ², so that a line
 * which is not known well weighs little; the Beta with that mean and variance is updated by the cell's answers. The cell itself is
 * left out of its prior in closed form (`η₋ = z − (z − η)/(1 − h)`, `var₋ = v/(1 − h)`, h = w v), so that no answer counts twice.
 * Without answers the prior means are the base rate moved by the match alone.
 * Source: Kass and Steffey, "Approximate Bayesian inference in conditionally independent hierarchical models" (JASA 1989), for the line's
 * variance in the prior; Cook and Weisberg, "Residuals and influence in regression" (1982), section 2.2, for leaving one out.
 */
export function segmentPosteriors(data: CellData): SegmentPosteriors {
  let spread = START_SPREAD;
  let fit = fitLogOdds(data, spread);
  for (let turn = 0; turn < TURNS; turn++) {
    spread = estimateSpread(fit, data.baseRate);
    fit = fitLogOdds(data, spread);
  }
  const priors = fit.cells.map((row) => row.map((cell) => priorOf(cell, spread)));
  const posteriors = priors.map((row, s) => row.map((prior, k) => updated(prior, fit.cells[s][k])));
  return { priors, posteriors, matchSlope: fit.slope, spread };
}

function priorOf(cell: FittedCell, spread: number): BetaParameters {
  const { logOdds, rate, impressionCount: n, takeCount, weight, variance } = cell;
  const kept = 1 - weight * variance;
  const residual = n > 0 ? (takeCount / n - rate) / (rate * (1 - rate)) : 0;
  const left = logOdds + residual - residual / kept;
  const without = Math.min(MOST_LOG_ODDS, Math.max(-MOST_LOG_ODDS, left));
  const mean = 1 / (1 + Math.exp(-without));
  const total = variance / kept + spread ** 2;
  // Of log odds the variance is about 1 / ((α + β) m(1 − m)).
  const strength = 1 / (total * mean * (1 - mean));
  return { alpha: strength * mean, beta: strength * (1 - mean) };
}

function updated(
  { alpha, beta }: BetaParameters,
  { impressionCount, takeCount }: FittedCell,
): BetaParameters {
  return { alpha: alpha + takeCount, beta: beta + impressionCount - takeCount };
}
