import type { EvaluationOptions } from '@keyart/decision-log';
import { DEFAULT_ESTIMATOR_PARAMETERS } from '@keyart/evaluation';

/** For tests: an evaluation of a target file against production; few draws. */
export function evaluationOptions(
  file: string,
  target: string,
  changes: Partial<EvaluationOptions> = {},
): EvaluationOptions {
  return {
    file,
    target: { kind: 'file', file: target },
    baseline: { kind: 'logging' },
    rewardModel: { kind: 'cross-fitted' },
    rewardModelText: 'cross-fitted',
    parameters: DEFAULT_ESTIMATOR_PARAMETERS,
    segments: [],
    ...{ alpha: 0.05, bootstrapDrawCount: 200, seed: 1, smallestLift: 0.05 },
    ...{ version: '0', command: 'test', now: new Date(0) },
    ...changes,
  };
}
