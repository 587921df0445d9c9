import type { Random } from '@keyart/common';
import { effectOf, percentileInterval, WELCH, type ArmMoments, type Interval } from '@keyart/evaluation';

/** A difference of two means over titles. */
export interface TitleDifference {
  readonly effect: number;
  readonly standardError: number;
  /** 95%, Welch's. */
  readonly interval: Interval;
  /** Two-sided, of no difference. */
  readonly pValue: number;
}

/**
 * Mean over titles of A less that of B, each title counted once: Welch's t-test, whose units are titles, so that one title with very many
 * reviews does not speak for its genre.
 * @param valuesA `[n]`, n ≥ 2, as B
 * @returns null where no title differs from another
 */
export function compareTitles(
  valuesA: readonly number[],
  valuesB: readonly number[],
): TitleDifference | null {
  const [treatment, control] = [momentsOf(valuesA), momentsOf(valuesB)];
  const found = effectOf(
    { treatment, control, unadjusted: { treatment: treatment.mean, control: control.mean } },
    false,
  );
  if ('problem' in found) return null;
  const { effect, standardError } = found;
  const reach = WELCH.criticalValue(found, 0.05) * standardError;
  return {
    effect,
    standardError,
    interval: [effect - reach, effect + reach],
    pValue: WELCH.pValue(found, 0.05),
  };
}

function momentsOf(values: readonly number[]): ArmMoments {
  const n = values.length;
  const mean = meanOf(values);
  return { n, mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const DRAW_COUNT = 2_000;

/**
 * The same interval without a word on how titles are distributed: percentile bootstrap, titles drawn anew in each group (a title comes with
 * all its reviews, for it counts by their common value). Source: Efron and Tibshirani, An introduction to the bootstrap (1993), chapter 8.3.
 * @param random seeded: equal seeds, equal intervals
 */
export function bootstrapTitles(
  valuesA: readonly number[],
  valuesB: readonly number[],
  random: Random,
): Interval | null {
  const drawn = (values: readonly number[]): number => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(random.next() * values.length)];
    return sum / values.length;
  };
  const draws = Float64Array.from({ length: DRAW_COUNT }, () => drawn(valuesA) - drawn(valuesB));
  return percentileInterval(draws, 0.05);
}
