import { normalQuantile, studentSurvival } from '@keyart/evaluation';
import type { Forecast, Regression } from './recursive-regression';

/** Buckets beyond those used up by terms before scores are given: heavy tails of fewer are only right for normal data. */
const LEAST_FREEDOM = 5;
/** One bucket alone raises no alarm, and teaches no more than this, however far off it is. */
const MOST_SD = 4;
const LEAST_P = 1e-15;
/** From here on Wallace's approximation is exact to 1e-5 and ten times as fast. */
const MANY_FREEDOM = 100;

/** σ² of a fit, at least what chance alone makes of a measure. */
export function varianceOf({ freedom, residualSquares }: Regression, least: number): number {
  return freedom > 0 ? Math.max(least, residualSquares / freedom) : least;
}

/**
 * Φ⁻¹(T(t)) for t ≥ 0.
 * Source of the approximation: Wallace, "Bounds on normal approximations to Student's and the chi-square distributions" (1959).
 */
function normalOfStudent(t: number, freedom: number): number {
  if (freedom >= MANY_FREEDOM)
    return ((8 * freedom + 1) / (8 * freedom + 3)) * Math.sqrt(freedom * Math.log1p((t * t) / freedom));
  return Math.max(0, -normalQuantile(Math.max(LEAST_P, Math.min(0.5, studentSurvival(t, freedom)))));
}

/**
 * How far a bucket is off, as a standard normal value: its error over its standard error by the fit before it has Student's t distribution,
 * and z = Φ⁻¹(T(t)). Where the model holds the values are independent, whatever level and spread are, from the first on.
 * Source: Hawkins, "Self-starting CUSUM charts for location and scale" (The Statistician 1987); Hawkins and Olwell (1998), chapter 7.
 * @returns in [−4, 4]; null: too little is known yet
 */
export function standardScore(
  fit: Regression,
  { forecast, value, leastVariance }: { forecast: Forecast; value: number; leastVariance: number },
): number | null {
  if (!forecast.isKnown || fit.freedom < LEAST_FREEDOM) return null;
  const t = (value - forecast.mean) / Math.sqrt(varianceOf(fit, leastVariance) * forecast.variance);
  const z = Math.min(MOST_SD, normalOfStudent(Math.abs(t), fit.freedom));
  return t < 0 ? -z : z;
}

/** The value, or the nearest one that is not beyond belief. */
export function believable(
  fit: Regression,
  { forecast, value, leastVariance }: { forecast: Forecast; value: number; leastVariance: number },
): number {
  if (!forecast.isKnown || fit.freedom < LEAST_FREEDOM) return value;
  const most = MOST_SD * Math.sqrt(varianceOf(fit, leastVariance) * forecast.variance);
  return Math.min(forecast.mean + most, Math.max(forecast.mean - most, value));
}
