import { InputError } from '@keyart/common';
import { parsePolicySpec, parseRewardModelSpec, type EvaluationOptions } from '@keyart/decision-log';
import { DEFAULT_ESTIMATOR_PARAMETERS } from '@keyart/evaluation';

/** What `keyart evaluate` was given. */
export interface EvaluateFlags {
  readonly log: string;
  readonly map?: string;
  readonly target: string;
  readonly baseline: string;
  readonly rewardModel: string;
  readonly clip?: string;
  readonly segment: readonly string[];
  readonly seed: string;
  readonly alpha: string;
  readonly bootstrap: string;
  readonly smallestLift: string;
  readonly quarantine?: string;
  readonly gate: boolean;
  readonly json?: string;
  readonly html?: string;
}

/** What the options mean. @throws InputError naming the option */
export function evaluationOptionsOf(
  flags: EvaluateFlags,
  told: Pick<EvaluationOptions, 'version' | 'command' | 'now' | 'onProgress'>,
): EvaluationOptions {
  const clip =
    flags.clip === undefined
      ? undefined
      : numberOf('--clip', flags.clip, { isFine: (x) => x > 0, range: '> 0' });
  return {
    ...{ file: flags.log, map: flags.map, quarantine: flags.quarantine, segments: flags.segment },
    target: parsePolicySpec('--target', flags.target),
    baseline: parsePolicySpec('--baseline', flags.baseline),
    rewardModel: parseRewardModelSpec(flags.rewardModel),
    rewardModelText: flags.rewardModel,
    parameters: { ...DEFAULT_ESTIMATOR_PARAMETERS, ...(clip === undefined ? {} : { clip }) },
    alpha: numberOf('--alpha', flags.alpha, { isFine: (x) => x > 0 && x < 1, range: 'in (0, 1)' }),
    bootstrapDrawCount: numberOf('--bootstrap', flags.bootstrap, {
      isFine: isCount,
      range: 'whole, 0 at least',
    }),
    seed: numberOf('--seed', flags.seed, { isFine: isCount, range: 'whole, 0 at least' }),
    smallestLift: numberOf('--smallest-lift', flags.smallestLift, { isFine: (x) => x > 0, range: '> 0' }),
    ...told,
  };
}

/** Which numbers an option takes. */
export interface NumberRange {
  isFine(value: number): boolean;
  /** For the message: goes on after "must be a number". */
  readonly range: string;
}

/** A number given as text. @throws InputError naming option, value and range */
export function numberOf(option: string, text: string, { isFine, range }: NumberRange): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (Number.isFinite(value) && isFine(value)) return value;
  throw new InputError('BAD_EVALUATION_OPTION', `${option} ${text}: must be a number ${range}`.trimEnd());
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
