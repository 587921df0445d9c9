import { bucketTerms, LEVEL_TERM } from '../baseline/bucket-terms';
import { forecastRow, learnRow, type Regression } from '../baseline/recursive-regression';
import { varianceOf } from '../baseline/standard-score';
import type { LearntBucket } from '../detector/detector-state';

/** A possible last change of level. */
export interface ChangePoint {
  /** Place of the first bucket after the change; −1: no change among the buckets. */
  readonly place: number;
  readonly probability: number;
}

/** A change is expected once in so many buckets. */
const HAZARD = 1 / 200;
/** Variance of a change of level in units of σ², the variance of one review: a half of its standard deviation. */
const JUMP_VARIANCE = 0.25;
/** The spread over all buckets counts as much as this many of them. */
const PRIOR_FREEDOM = 4;

interface Run {
  readonly place: number;
  readonly fit: Regression;
  readonly logWeight: number;
}

/** Log density of Student's t, up to a constant of the freedom alone, which all runs share. */
function logStudent(error: number, variance: number, freedom: number): number {
  return -0.5 * Math.log(variance) - ((freedom + 1) / 2) * Math.log1p((error * error) / (freedom * variance));
}

/** A row that a run knows nothing of tells no run from another. */
function logLikelihood(fit: Regression, bucket: LearntBucket, priorVariance: number): number {
  const { weight, value } = bucket;
  const { mean, variance, isKnown } = forecastRow(fit, { terms: termsOf(bucket), weight });
  const freedom = fit.freedom + PRIOR_FREEDOM;
  const scale = (fit.residualSquares + PRIOR_FREEDOM * priorVariance) / freedom;
  return isKnown ? logStudent(value - mean, scale * variance, freedom) : 0;
}

function termsOf({ startAtMs, ageDays }: LearntBucket): number[] {
  return bucketTerms(startAtMs, ageDays);
}

/** The fit where the level may have jumped. */
function jumped(fit: Regression): Regression {
  const covariance = fit.covariance.slice();
  covariance[LEVEL_TERM] += JUMP_VARIANCE;
  return { ...fit, covariance };
}

function logSum(values: readonly number[]): number {
  const most = Math.max(...values);
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0));
}

/**
 * When the level last changed: the run-length posterior after the last bucket. A run keeps weekdays, age and spread of what was before it and
 * has a level of its own; a new one leaves the likeliest.
 * Source: Adams and MacKay, "Bayesian online changepoint detection" (2007), with a regression as the underlying model.
 * @param anchor the fit before the buckets
 * @param buckets oldest first
 * @param overall the fit with them, whose spread is the prior
 */
export function lastChange(
  anchor: Regression,
  buckets: readonly LearntBucket[],
  { overall, leastVariance }: { readonly overall: Regression; readonly leastVariance: number },
): ChangePoint[] {
  const priorVariance = varianceOf(overall, leastVariance);
  let runs: Run[] = [{ place: -1, fit: anchor, logWeight: 0 }];
  buckets.forEach((bucket, place) => {
    const parent = runs.reduce((best, run) => (run.logWeight > best.logWeight ? run : best));
    const all = logSum(runs.map(({ logWeight }) => logWeight));
    const grown = runs.map((run) => ({ ...run, logWeight: run.logWeight + Math.log(1 - HAZARD) }));
    const fresh: Run = { place, fit: jumped(parent.fit), logWeight: all + Math.log(HAZARD) };
    const row = { terms: termsOf(bucket), value: bucket.value, weight: bucket.weight };
    runs = [...grown, fresh].map(({ place: start, fit, logWeight }) => ({
      place: start,
      logWeight: logWeight + logLikelihood(fit, bucket, priorVariance),
      fit: learnRow(fit, row),
    }));
  });
  const total = logSum(runs.map(({ logWeight }) => logWeight));
  return runs.map(({ place, logWeight }) => ({ place, probability: Math.exp(logWeight - total) }));
}
