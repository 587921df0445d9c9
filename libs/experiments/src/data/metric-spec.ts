import { METRIC_TYPES, type MetricType } from '@keyart/evaluation';
import { ExperimentError } from '../errors';

/** A metric as it is asked for. */
export interface MetricSpec {
  readonly name: string;
  readonly type: MetricType;
  /** Column that is summed by member. */
  readonly column: string;
  /** Ratios: column of the denominator; null: each row counts one. */
  readonly denominator: string | null;
  /** Quantiles, in (0, 1). */
  readonly level: number | null;
  /** Known before exposure, the same in all rows of a member; null: none. */
  readonly covariate: string | null;
}

const SPEC = /^([^=]+)=(\w+)\(([^)]*)\)(?:~(.+))?$/;
const FORM =
  'NAME=mean(COLUMN), proportion(COLUMN), ratio(COLUMN[, COLUMN]) or quantile(COLUMN, LEVEL), then ~COVARIATE if any';

/**
 * Understands `hours=mean(hours)~hours_before`, `rate=ratio(takes, impressions)`, `start=quantile(start_ms, 0.9)`.
 * @throws ExperimentError `BAD_EXPERIMENT_OPTION`
 */
export function parseMetricSpec(text: string): MetricSpec {
  const [, name, type, inner = '', covariate] = SPEC.exec(text) ?? [];
  const [column, second, ...more] = inner.split(',').map((part) => part.trim());
  if (!name || !isMetricType(type) || !column || more.length > 0) throw bad(text, `must be ${FORM}`);
  if (type !== 'ratio' && type !== 'quantile' && second !== undefined)
    throw bad(text, `${type} takes one column`);
  if (type === 'quantile' && covariate) throw bad(text, 'CUPED is not defined for a quantile');
  return {
    ...{ name: name.trim(), type, column, covariate: covariate?.trim() ?? null },
    denominator: type === 'ratio' ? (second ?? null) : null,
    level: type === 'quantile' ? levelOf(text, second) : null,
  };
}

function isMetricType(type: string | undefined): type is MetricType {
  return METRIC_TYPES.some((known) => known === type);
}

function levelOf(text: string, second: string | undefined): number {
  const level = Number(second);
  if (level > 0 && level < 1) return level;
  throw bad(text, 'a quantile needs its level, in (0, 1)');
}

function bad(text: string, why: string): ExperimentError {
  return new ExperimentError('BAD_EXPERIMENT_OPTION', `--metric ${text}: ${why}`);
}
