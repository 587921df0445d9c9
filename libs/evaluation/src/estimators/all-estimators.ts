import { clippedDr } from './clipped-dr.estimator';
import { clippedIps } from './clipped-ips.estimator';
import { DM } from './dm.estimator';
import { DR } from './dr.estimator';
import { drOs } from './dr-os.estimator';
import type { Estimator } from './estimator';
import { IPS } from './ips.estimator';
import { MIPS } from './mips.estimator';
import { NORMALISED_IPS } from './normalised-ips.estimator';
import { REPLAY } from './replay.estimator';
import { SNDR } from './sndr.estimator';
import { SNIPS } from './snips.estimator';
import { switchDr } from './switch-dr.estimator';

/** Parameters of the estimators that trade bias for variance. */
export interface EstimatorParameters {
  /** λ of clipped IPS and clipped DR, > 0. */
  readonly clip: number;
  /** τ of Switch-DR, ≥ 0. */
  readonly switchThreshold: number;
  /** λ of DR-os, ≥ 0. */
  readonly shrinkage: number;
}

/** Weights above ten are rare where the log explores, and a clip there costs little bias. */
export const DEFAULT_ESTIMATOR_PARAMETERS: EstimatorParameters = {
  clip: 10,
  switchThreshold: 10,
  shrinkage: 100,
};

/** Every estimator, those that need least first. */
export function allEstimators(parameters: EstimatorParameters): Estimator[] {
  const { clip, switchThreshold, shrinkage } = parameters;
  return [
    ...[IPS, clippedIps(clip), SNIPS],
    ...[DM, DR, clippedDr(clip), SNDR, switchDr(switchThreshold), drOs(shrinkage)],
    ...[MIPS, REPLAY, NORMALISED_IPS],
  ];
}
