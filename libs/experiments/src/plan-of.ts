import {
  asymptoticCs,
  groupSequential,
  msprt,
  WELCH,
  type ExperimentPlan,
  type IntervalMethod,
} from '@keyart/evaluation';
import { ExperimentError } from './errors';
import type { ExperimentOptionsDto } from './summary/experiment-summary.dto';

const DEFAULT_ALPHA = 0.05;

/**
 * The plan that options stand for: one look, absolute, unadjusted, uncorrected, 5%, equal arms unless said otherwise.
 * @param armCount arms, the control included
 * @throws ExperimentError naming the option that is missing
 */
export function planOf(options: ExperimentOptionsDto, armCount: number): ExperimentPlan {
  return {
    isRelative: options.relative ?? false,
    isCuped: options.cuped ?? false,
    method: methodOf(options),
    correction: options.correction ?? 'none',
    alternative: options.alternative ?? 'two-sided',
    alpha: options.alpha ?? DEFAULT_ALPHA,
    weights: options.weights ?? Array.from({ length: armCount }, () => 1),
  };
}

/** How intervals are made. @throws ExperimentError group sequential without its looks */
export function methodOf({
  sequential,
  informationFractions,
  tightestAt,
  mixingVariance,
}: Pick<
  ExperimentOptionsDto,
  'sequential' | 'informationFractions' | 'tightestAt' | 'mixingVariance'
>): IntervalMethod {
  if (!sequential) return WELCH;
  if (sequential === 'asymptotic-cs') return asymptoticCs(tightestAt);
  if (sequential === 'msprt') return msprt(mixingVariance);
  if (informationFractions?.length) return groupSequential(informationFractions);
  throw new ExperimentError(
    'BAD_EXPERIMENT_OPTION',
    'informationFractions is missing: a group sequential test needs the share of the final sample at each look so far, e.g. [0.25, 0.5]',
  );
}
