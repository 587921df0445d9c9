import type { EvaluationSettings } from '../evaluation-settings';
import type { PolicySpec } from '../policies/policy-spec';

/** Several targets against one baseline on one log. */
export interface ComparisonOptions extends EvaluationSettings {
  /** Two at least, each once. */
  readonly targets: readonly PolicySpec[];
}
