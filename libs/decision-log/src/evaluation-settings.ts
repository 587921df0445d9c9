import type { EstimatorParameters } from '@keyart/evaluation';
import type { PolicySpec } from './policies/policy-spec';
import type { RewardModelSpec } from './reward-model/reward-model-spec';

/** What policies are judged on, against which baseline, and how: the same for every target. */
export interface EvaluationSettings {
  readonly file: string;
  readonly map?: string;
  readonly baseline: PolicySpec;
  readonly rewardModel: RewardModelSpec;
  /** For the report: what stood behind `--reward-model`. */
  readonly rewardModelText: string;
  readonly parameters: EstimatorParameters;
  readonly quarantine?: string;
  /** File of `action` and `facet` for MIPS; undefined: the log's column `candidate_facets`, where it has one. */
  readonly facets?: string;
  readonly alpha: number;
  readonly bootstrapDrawCount: number;
  readonly seed: number;
  /** Relative lift that matters. */
  readonly smallestLift: number;
  /** Told in the result. */
  readonly version: string;
  readonly command: string;
  readonly now: Date;
  /** Fraction done, in [0, 1], and what is being done. */
  readonly onProgress?: (fraction: number, doing: string) => void;
}
