import type { LogColumns, PolicyColumns } from '../log/log-columns';

/**
 * A number that each row of a log gives for one policy. Written twice, as code and as SQL, side by side, so that a warehouse sums what
 * this library sums.
 */
export interface RowTerm {
  /**
   * Standard SQL over the columns `reward`, `propensity`, `weight`, `prediction`, `expected_prediction`, `facet_weight`, `candidate_count`, all
   * doubles; also what tells terms apart.
   */
  readonly sql: string;
  /** Of row `i`. */
  of(log: LogColumns, policy: PolicyColumns, i: number): number;
}
