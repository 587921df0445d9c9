import type { Estimator } from './estimator';
import type { RowTerm } from './row-term';

/** Decisions with so many candidates, both ends included. */
export interface CandidateRange {
  readonly from: number;
  /** Infinity: no end. */
  readonly to: number;
}

/**
 * An estimator over the decisions of a range only, whose terms are 0 elsewhere: one look at the log gives the sums of all ranges. Valid for
 * ratios of terms (a mean would be divided by all decisions); a member without a decision in the range adds nothing to the error.
 */
export function withinCandidates(estimator: Estimator, { from, to }: CandidateRange): Estimator {
  const within = ({ sql, of }: RowTerm): RowTerm => ({
    sql: `case when candidate_count >= ${from}${to === Infinity ? '' : ` and candidate_count <= ${to}`} then ${sql} else 0 end`,
    of: (log, policy, i) => {
      const count = log.candidateCount?.[i] ?? NaN;
      return count >= from && count <= to ? of(log, policy, i) : 0;
    },
  });
  const { terms, unclippedWeight } = estimator;
  return {
    ...estimator,
    terms: terms.map(within),
    unclippedWeight: unclippedWeight && within(unclippedWeight),
  };
}
