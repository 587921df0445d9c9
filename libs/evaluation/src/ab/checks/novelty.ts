import { normalSurvival } from '../../distributions/normal-survival';

/** The effect among what happened on one day since the test began. */
export interface DailyEffect {
  /** From 0. */
  readonly day: number;
  readonly effect: number;
  /** > 0. */
  readonly standardError: number;
}

/** Whether an effect fades (novelty) or grows (learning) over the days. */
export interface EffectTrend {
  /** Change of the effect a day. */
  readonly slope: number;
  /** The line's effect on day 0. */
  readonly start: number;
  readonly standardError: number;
  /** Two-sided, in [0, 1]. */
  readonly pValue: number;
}

/**
 * Weighted straight line through the daily effects, weights 1/SE². Days share members, so a trend is a hint for a look at the picture,
 * not a test of record.
 * Source: Sadeghi, Gupta, Gramatovici et al., "Novelty and primacy: a long-term estimator for online experiments" (Technometrics 2022).
 * @returns null for fewer than three days
 */
export function effectTrend(days: readonly DailyEffect[]): EffectTrend | null {
  if (days.length < 3) return null;
  const weights = days.map(({ standardError }) => 1 / standardError ** 2);
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  const centre = days.reduce((sum, { day }, i) => sum + weights[i] * day, 0) / weightSum;
  const spread = days.reduce((sum, { day }, i) => sum + weights[i] * (day - centre) ** 2, 0);
  if (!(spread > 0)) return null;
  const slope =
    days.reduce((sum, { day, effect }, i) => sum + weights[i] * (day - centre) * effect, 0) / spread;
  const standardError = Math.sqrt(1 / spread);
  const mean = days.reduce((sum, { effect }, i) => sum + weights[i] * effect, 0) / weightSum;
  const start = mean - slope * centre;
  return { slope, start, standardError, pValue: 2 * normalSurvival(Math.abs(slope) / standardError) };
}
