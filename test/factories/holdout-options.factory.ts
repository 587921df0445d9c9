import type { HoldoutOptions } from '@keyart/decision-log';

/** For tests: a holdout of the later half of time and members. */
export function holdoutOptions(
  file: string,
  out: string,
  changes: Partial<HoldoutOptions> = {},
): HoldoutOptions {
  return {
    ...{ file, out, pairCount: 5000, period: { kind: 'time-share', share: 0.5 }, memberShare: 0.5 },
    ...{ salt: 'test', slice: 'uniform', version: '0', command: 'test', now: new Date(0) },
    ...changes,
  };
}
