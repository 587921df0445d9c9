import { literal, type Analysis } from '@keyart/decision-log';
import {
  armQuantilesSql,
  armSumsSql,
  type ArmQuantile,
  type ArmSums,
  type NamedArm,
} from '@keyart/evaluation';
import type { MetricSpec } from './metric-spec';

/** Which events of a test, and how. */
export interface ArmsQuery {
  /** Number of the metric in the table `events`. */
  readonly index: number;
  readonly spec: MetricSpec;
  /** `[A]` names, control first. */
  readonly arms: readonly string[];
  /** SQL condition on `events`. */
  readonly where: string;
  readonly winsoriseAt?: number;
}

/** Sums of every arm, in the order asked for; arms without events have n = 0. */
export async function readArms(analysis: Analysis, query: ArmsQuery): Promise<NamedArm[]> {
  const { index: i, spec, where } = query;
  const relation = `(SELECT arm, member, y${i} AS y, d${i} AS d, x${i} AS x FROM events WHERE ${where})`;
  const found =
    spec.type === 'quantile'
      ? await readQuantiles(analysis, relation, spec.level ?? 0.5)
      : await analysis.rows<ArmSums & { arm: string }>(
          armSumsSql({
            relation,
            type: spec.type,
            winsoriseAt: spec.type === 'mean' ? query.winsoriseAt : undefined,
          }),
        );
  const byArm = new Map(found.map(({ arm, ...sums }) => [arm, sums]));
  return query.arms.map((name) => ({ ...NO_EVENTS, ...trimmed(spec, byArm.get(name)), name }));
}

const NO_EVENTS: ArmSums = { n: 0, sum: 0, sumSquares: 0 };

/** Without a covariate or a denominator their sums mean nothing. */
function trimmed({ covariate, type }: MetricSpec, sums: ArmSums | undefined): Partial<ArmSums> {
  if (!sums) return {};
  const isRatio = type === 'ratio' || type === 'quantile';
  const { n, sum, sumSquares, quantile } = sums;
  const { denominatorSum, denominatorSumSquares, crossSum } = sums;
  const { covariateSum, covariateSumSquares, covariateCrossSum, denominatorCovariateCrossSum } = sums;
  return {
    ...{ n, sum, sumSquares, ...(quantile && { quantile }) },
    ...(isRatio && { denominatorSum, denominatorSumSquares, crossSum }),
    ...(covariate !== null && { covariateSum, covariateSumSquares, covariateCrossSum }),
    ...(covariate !== null && isRatio && { denominatorCovariateCrossSum }),
  };
}

type QuantileRow = ArmSums & Omit<ArmQuantile, 'level'> & { arm: string };

async function readQuantiles(
  analysis: Analysis,
  relation: string,
  level: number,
): Promise<(ArmSums & { arm: string })[]> {
  const rows = await analysis.rows<QuantileRow>(armQuantilesSql(relation, level));
  return rows.map(({ value, lower, upper, ...sums }) => ({
    ...sums,
    quantile: { level, value, lower, upper },
  }));
}

/** Condition on a segment's value. */
export function inSegment(index: number, value: string): string {
  return `segment_${index} = ${literal(value)}`;
}
