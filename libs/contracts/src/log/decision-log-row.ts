/** Name of the decision log's schema, see docs/decision-log.md. */
export const DECISION_LOG_SCHEMA = 'decision-log/1';

/** One row of the exported decision log: a rendered decision whose reward window has closed. */
export interface DecisionLogRow {
  readonly decision_id: string;
  readonly user_id: string;
  /** ISO 8601, UTC. */
  readonly timestamp: string;
  readonly title_id: string;
  readonly action: string;
  /** Full double precision. */
  readonly propensity: number;
  readonly reward: number;
  /** Eligible artwork ids. */
  readonly candidates: readonly string[];
  /** Aligned with `candidates`, sums to 1. */
  readonly candidate_propensities: readonly number[];
  /** Aligned with `candidates`: the strongest facet of each, never empty. */
  readonly candidate_facets: readonly string[];
  readonly policy: string;
  readonly source: string;
  /** `request`, `preference`, `slice`, `experiment` or `default`. */
  readonly assigned_by: string;
  readonly slice: string | null;
  readonly experiment: string | null;
  readonly arm: string | null;
  readonly policy_version: string;
  readonly model_version: string;
  readonly profile_version: string;
  readonly context_hash: string;
  readonly sticky: string;
  /** Propensity is 1 by a lock; evaluators leave the row out. */
  readonly locked: boolean;
  readonly reward_rung: string;
  readonly device: string;
  readonly region: string;
  readonly locale: string;
  readonly page_id: string | null;
  readonly row: number;
  readonly position: number;
}
