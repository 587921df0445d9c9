import { effectiveCount } from '@keyart/evaluation';
import type { AnalysedReview } from '../reviews/analysed-review';
import type { Scope } from '../reviews/scope';
import type { Driver, Outcome, ScopeDrivers, UntestedDriver } from './driver';
import { DRIVER_NAMES, driverValues } from './driver-columns';
import { driverEvidence, problemWith, type ExplainedReview } from './driver-evidence';
import { fitDrivers } from './fit-drivers';

type Uncorrected<T> = T extends unknown ? Omit<T, 'adjustedPValue' | 'isDiscovery'> : never;

/** A driver before it is seen beside all others. */
export type UncorrectedDriver = Uncorrected<Driver>;

/** Drivers of a scope, p-values not corrected. */
export interface ExplainedScope extends Omit<ScopeDrivers, 'drivers'> {
  readonly drivers: readonly UncorrectedDriver[];
}

/** Fits what there is enough of. @param reviews of the scope */
export function explainScope(
  scope: Scope,
  reviews: readonly AnalysedReview[],
  outcome: Outcome,
): ExplainedScope {
  const rows = explained(reviews, outcome);
  const all = driverEvidence(rows).map((evidence, k) => ({ driver: DRIVER_NAMES[k], k, evidence }));
  const fit = all.filter(({ evidence }) => problemWith(evidence) === null);
  const { errorsBy, estimates } = fitDrivers(
    rows.map(({ driver, ...row }) => ({
      ...row,
      values: Float64Array.from(fit, ({ k }) => driver.values[k]),
    })),
  );
  const drivers: UncorrectedDriver[] = [];
  const untested: UntestedDriver[] = [];
  for (const one of all) {
    const { driver, evidence } = one;
    const estimate = estimates[fit.indexOf(one)];
    if (estimate) {
      const { value: effect, ...error } = estimate;
      drivers.push({ ...driver, effect, ...error, ...evidence });
    } else {
      const reason = problemWith(evidence) ?? 'too few vary in it to tell its error';
      untested.push({ ...driver, reviewCount: evidence.reviewCount, reason });
    }
  }
  return {
    ...{ scope, errorsBy, drivers, untested, reviewCount: rows.length },
    effectiveCount: effectiveCount(rows.map(({ weight }) => weight)),
    titleCount: new Set(rows.map(({ titleId }) => titleId)).size,
  };
}

function explained(reviews: readonly AnalysedReview[], outcome: Outcome): ExplainedReview[] {
  return reviews.flatMap((review) => {
    const value = review[outcome];
    const { titleId, weight } = review;
    return value === null ? [] : [{ titleId, weight, outcome: value, driver: driverValues(review) }];
  });
}
