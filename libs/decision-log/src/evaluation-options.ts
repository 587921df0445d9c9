import type { EvaluationSettings } from './evaluation-settings';
import type { PolicySpec } from './policies/policy-spec';

/** One target, evaluated on all decisions and on segments of them. */
export interface EvaluationOptions extends EvaluationSettings {
  readonly target: PolicySpec;
  /** Columns whose values are evaluated apart. */
  readonly segments: readonly string[];
}
