import type { MetricType } from '../arm-sums';
import { MEAN } from './mean.metric';
import type { Metric } from './metric';
import { PROPORTION } from './proportion.metric';
import { QUANTILE } from './quantile.metric';
import { RATIO } from './ratio.metric';

const METRICS: Readonly<Record<MetricType, Metric>> = {
  mean: MEAN,
  proportion: PROPORTION,
  ratio: RATIO,
  quantile: QUANTILE,
};

/** The metric of a kind. */
export function metricOf(type: MetricType): Metric {
  return METRICS[type];
}
