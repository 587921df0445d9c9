import type { ArmSums, MetricType } from './arm-sums';
import type { Guardrail } from './checks/guardrail';
import type { MultipleExposure } from './checks/multiple-exposure';
import type { IntervalMethod } from './methods/interval-method';

/** How p-values of several metrics and arms are corrected. */
export const CORRECTIONS = ['none', 'holm', 'bh'] as const;

/** `holm`: family-wise error; `bh`: false discovery rate. */
export type Correction = (typeof CORRECTIONS)[number];

/** What the test asks: is there a difference, is there a gain, is there a loss. */
export const ALTERNATIVES = ['two-sided', 'greater', 'less'] as const;

/** The side on which the null hypothesis is refused. */
export type Alternative = (typeof ALTERNATIVES)[number];

/** An arm's sums under its name. */
export interface NamedArm extends ArmSums {
  readonly name: string;
}

/** A metric of every arm. */
export interface MeasuredMetric {
  readonly name: string;
  readonly type: MetricType;
  /** `[A]`, control first. */
  readonly arms: readonly NamedArm[];
  /** Which way is good. */
  readonly better: 'higher' | 'lower';
  /** A guardrail is judged against its margin and takes no part in the correction. */
  readonly guardrail?: Guardrail;
}

/** How a test is analysed. */
export interface ExperimentPlan {
  readonly isRelative: boolean;
  readonly isCuped: boolean;
  readonly method: IntervalMethod;
  readonly correction: Correction;
  /** One-sided tests go with `welch` only. */
  readonly alternative: Alternative;
  /** In (0, 1). */
  readonly alpha: number;
  /** `[A]` planned shares of the arms, relative, ≥ 0. */
  readonly weights: readonly number[];
  /** Arms with fewer units are not compared, 2 at least; 2 where absent. */
  readonly fewestUnits?: number;
  /** Members in several arms, where they were counted; many of them forbid a verdict. */
  readonly multipleExposure?: MultipleExposure;
}
