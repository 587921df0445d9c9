import type { ArmMoments } from '../arm-moments';
import type { ArmSums, MetricType } from '../arm-sums';

/** How a kind of metric is read from an arm's sums. */
export interface Metric {
  readonly type: MetricType;
  /** Fields that the sums must have beside `n`, `sum`, `sumSquares`. */
  readonly fields: readonly (keyof ArmSums)[];
  /** Fields that CUPED takes as well; null: CUPED is not defined. */
  readonly covariateFields: readonly (keyof ArmSums)[] | null;
  /** Of what an arm has too little to be measured, though nothing is wrong with its numbers; null: it has enough. All `fields` are there. */
  shortage(sums: ArmSums): string | null;
  /** What is wrong with an arm's numbers beyond missing fields, or null. */
  fault(sums: ArmSums): string | null;
  /** @param sums of an arm, or of two arms together; covariates are read where present */
  moments(sums: ArmSums): ArmMoments;
}
