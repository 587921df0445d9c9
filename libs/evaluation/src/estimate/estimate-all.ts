import type { Estimator, EstimatorName } from '../estimators/estimator';
import { bootstrap } from './bootstrap';
import type { LogSums, PolicyRole } from './log-sums';
import { deltaMethod } from './delta-method';
import { differenceOf, liftOf, valueOf, type Functional } from './functional';
import { Intervals } from './intervals';
import { percentileInterval, type Interval } from './percentile-interval';

/** A number with what it is worth. */
export interface Measured {
  readonly value: number;
  /** Clustered by member, by the delta method; null: a single member. */
  readonly standardError: number | null;
  /** By empirical likelihood, see `likelihoodInterval`; null without a standard error. */
  readonly interval: Interval | null;
  /** Percentile bootstrap over members; null: not drawn, or too seldom defined. */
  readonly bootstrapInterval: Interval | null;
}

/** A policy's value by one estimator. */
export interface Estimate extends Measured {
  readonly policy: PolicyRole;
  readonly estimator: EstimatorName;
}

/** Target against baseline by one estimator. */
export interface Comparison {
  readonly estimator: EstimatorName;
  readonly difference: Measured;
  /** Difference by the baseline's value; null: the baseline earns nothing. Without interval where it may earn nothing. */
  readonly lift: Measured | null;
}

/** How errors are told. */
export interface EstimateOptions {
  /** Intervals miss with this probability, in (0, 1). */
  readonly alpha: number;
  /** Bootstrap draws; 0: none. */
  readonly drawCount: number;
  readonly seed: number;
  /** See `BootstrapOptions`. */
  readonly pause?: () => Promise<void>;
}

/** Values and comparisons of those estimators that are defined on the log. */
export interface AllEstimates {
  readonly estimates: readonly Estimate[];
  readonly comparisons: readonly Comparison[];
}

/** Every estimator for both policies and their difference, from the same sums and the same bootstrap draws. */
export async function estimateAll(
  sums: LogSums,
  estimators: readonly Estimator[],
  options: EstimateOptions,
): Promise<AllEstimates> {
  const functionals = estimators.flatMap((estimator) => [
    valueOf(estimator, 'target'),
    valueOf(estimator, 'baseline'),
    differenceOf(estimator),
    liftOf(estimator),
  ]);
  const measured = await measureAll(sums, functionals, options);
  const estimates: Estimate[] = [];
  const comparisons: Comparison[] = [];
  estimators.forEach(({ name: estimator }, i) => {
    const [target, baseline, difference, lift] = measured.slice(4 * i, 4 * i + 4);
    if (target) estimates.push({ policy: 'target', estimator, ...target });
    if (baseline) estimates.push({ policy: 'baseline', estimator, ...baseline });
    if (difference) comparisons.push({ estimator, difference, lift });
  });
  return { estimates, comparisons };
}

/** Aligned with the functionals; null: not defined on this log. */
export async function measureAll(
  sums: LogSums,
  functionals: readonly Functional[],
  { alpha, drawCount, ...rest }: EstimateOptions,
): Promise<(Measured | null)[]> {
  const draws = drawCount > 0 ? await bootstrap(sums, functionals, { drawCount, ...rest }) : [];
  const intervals = new Intervals(sums);
  const measured: (Measured | null)[] = [];
  for (const [i, functional] of functionals.entries()) {
    const point = deltaMethod(sums, functional);
    const interval = point && intervals.of(functional, point, alpha);
    const bootstrapInterval = drawCount > 0 ? percentileInterval(draws[i], alpha) : null;
    measured.push(
      point && { value: point.value, standardError: point.standardError, interval, bootstrapInterval },
    );
    await rest.pause?.();
  }
  return measured;
}
