import type { EvaluationOptions, EvaluationSettings } from '@keyart/decision-log';
import { DEFAULT_ESTIMATOR_PARAMETERS } from '@keyart/evaluation';

/** For tests: everything but the targets; few draws. */
export function evaluationSettings(file: string): EvaluationSettings {
  return {
    file,
    baseline: { kind: 'logging' },
    rewardModel: { kind: 'cross-fitted' },
    rewardModelText: 'cross-fitted',
    parameters: DEFAULT_ESTIMATOR_PARAMETERS,
    ...{ alpha: 0.05, bootstrapDrawCount: 200, seed: 1, smallestLift: 0.05 },
    ...{ version: '0', command: 'test', now: new Date(0) },
  };
}

/** For tests: an evaluation of a target file against production. */
export function evaluationOptions(
  file: string,
  target: string,
  changes: Partial<EvaluationOptions> = {},
): EvaluationOptions {
  return { ...evaluationSettings(file), target: { kind: 'file', file: target }, segments: [], ...changes };
}
