import { parseMetricSpec, type ExperimentDataOptions } from '@keyart/experiments';

/** For tests: takes per impression, compared absolutely at one look. */
export function experimentOptions(
  file: string,
  given: Partial<ExperimentDataOptions> = {},
): ExperimentDataOptions {
  return {
    file,
    columns: { arm: 'arm', member: 'user_id', day: 'timestamp', segments: [] },
    metrics: [parseMetricSpec('takes=ratio(taken)')],
    ...{ control: null, guardrails: new Map(), lowerIsBetter: new Set<string>(), weights: null, method: {} },
    run: { version: '0', command: 'test', now: new Date(0) },
    ...given,
  };
}
