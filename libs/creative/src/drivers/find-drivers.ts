import { adjustByBenjaminiHochberg } from '@keyart/evaluation';
import type { AnalysedReview } from '../reviews/analysed-review';
import { reviewsIn, type Scope } from '../reviews/scope';
import type { Driver, DriverReport, Outcome } from './driver';
import { explainScope } from './explain-scope';

const FALSE_DISCOVERY_RATE = 0.05;
/** Stars are explained where at least so many of the reviews have them. */
const LEAST_STARRED_SHARE = 0.5;

/** What is looked for. */
export interface FindDriversOptions {
  /** Tested together: every further one raises the bar for all. */
  readonly scopes: readonly Scope[];
  /** Default: stars where at least half of the reviews have them, else polarity. */
  readonly outcome?: Outcome;
}

/**
 * Which aspects and tones go with better and with worse reviews of the same title, in each scope: within-title ridge regression (`fitDrivers`),
 * corrected over all that was tested (Benjamini and Hochberg, JRSS B 1995). Associational: nobody drew by lot what a review speaks of.
 * @throws CreativeError `EMPTY_SCOPE` for a scope without reviews
 */
export function findDrivers(
  reviews: readonly AnalysedReview[],
  { scopes, outcome = outcomeOf(reviews) }: FindDriversOptions,
): DriverReport {
  const explained = scopes.map((scope) => explainScope(scope, reviewsIn(scope, reviews), outcome));
  const pValues = explained.flatMap(({ drivers }) => drivers.map(({ pValue }) => pValue));
  const adjusted = adjustByBenjaminiHochberg(pValues).values();
  return {
    ...{ label: 'associational', outcome, falseDiscoveryRate: FALSE_DISCOVERY_RATE },
    testedCount: pValues.length,
    scopes: explained.map((one) => ({
      ...one,
      drivers: one.drivers
        .map((driver): Driver => {
          const adjustedPValue = adjusted.next().value ?? 1;
          return { ...driver, adjustedPValue, isDiscovery: adjustedPValue <= FALSE_DISCOVERY_RATE };
        })
        .sort((a, b) => a.pValue - b.pValue || Math.abs(b.effect) - Math.abs(a.effect)),
    })),
  };
}

function outcomeOf(reviews: readonly AnalysedReview[]): Outcome {
  const starredCount = reviews.filter(({ stars }) => stars !== null).length;
  return starredCount >= LEAST_STARRED_SHARE * reviews.length ? 'stars' : 'polarity';
}
