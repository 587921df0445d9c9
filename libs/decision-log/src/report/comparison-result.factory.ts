import {
  COMPARISON_SCHEMA,
  type ComparedTarget,
  type ComparisonResult,
} from '../comparison/comparison-result';
import { anEvaluationResult } from './evaluation-result.factory';

/** For tests: a target in which everything is there. */
export function aComparedTarget(changes: Partial<ComparedTarget> = {}): ComparedTarget {
  const { estimates, difference, differences, diagnostics, warnings, power } = anEvaluationResult();
  return {
    ...{ target: 'target.csv', verdict: 'better', value: estimates[0], baselineValue: estimates[1] },
    ...{ difference, pValue: 0.001, adjustedPValue: 0.002, simultaneousInterval: [0.1, 0.18] },
    ...{ differences, diagnostics, warnings, power },
    ...changes,
  };
}

/** For tests: a comparison of two targets. */
export function aComparisonResult(changes: Partial<ComparisonResult> = {}): ComparisonResult {
  const { dataset, configuration, seed, version, command, createdAt } = anEvaluationResult();
  return {
    ...{ schema: COMPARISON_SCHEMA, baseline: 'logging' },
    choice: { target: 'target.csv', lowerBound: 0.1, reason: 'it has the highest lower bound' },
    targets: [aComparedTarget(), aComparedTarget({ target: 'other.csv' })],
    ...{ dataset, configuration, seed, version, command, createdAt },
    ...changes,
  };
}
