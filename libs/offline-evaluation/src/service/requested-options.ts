import type { EvaluationRequestDto } from '@keyart/contracts';
import {
  parsePolicySpec,
  parseRewardModelSpec,
  type EvaluationOptions,
  type EvaluationSettings,
  type PolicySpec,
} from '@keyart/decision-log';
import { DEFAULT_ESTIMATOR_PARAMETERS } from '@keyart/evaluation';

/** Where a file lies that a field of the request names. */
export type ResolveFile = (field: string, name: string) => Promise<string>;

const DEFAULTS = { alpha: 0.05, bootstrap: 1000, seed: 1, smallestLift: 0.05 };

/** What a request means, with the defaults of `keyart evaluate`. @throws InputError */
export async function requestedOptions(
  request: EvaluationRequestDto,
  resolve: ResolveFile,
  told: Pick<EvaluationSettings, 'version' | 'command' | 'now'>,
): Promise<EvaluationOptions> {
  const { rewardModel = 'cross-fitted', baseline = 'logging', clip, facets, map, segments = [] } = request;
  return {
    file: await resolve('log', request.log),
    target: await specOf('target', request.target, resolve),
    baseline: await specOf('baseline', baseline, resolve),
    ...{ map, segments, rewardModel: parseRewardModelSpec(rewardModel), rewardModelText: rewardModel },
    facets: facets === undefined ? undefined : await resolve('facets', facets),
    parameters: { ...DEFAULT_ESTIMATOR_PARAMETERS, ...(clip === undefined ? {} : { clip }) },
    alpha: request.alpha ?? DEFAULTS.alpha,
    bootstrapDrawCount: request.bootstrap ?? DEFAULTS.bootstrap,
    seed: request.seed ?? DEFAULTS.seed,
    smallestLift: request.smallestLift ?? DEFAULTS.smallestLift,
    ...told,
  };
}

async function specOf(field: string, text: string, resolve: ResolveFile): Promise<PolicySpec> {
  const spec = parsePolicySpec(field, text);
  return spec.kind === 'file' ? { ...spec, file: await resolve(field, spec.file), name: text } : spec;
}
