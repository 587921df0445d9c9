import { wilsonInterval } from '@keyart/evaluation';

/** How often something was so. */
export interface Proportion {
  readonly hitCount: number;
  readonly totalCount: number;
  /** In [0, 1]; null when nothing was tried. */
  readonly fraction: number | null;
  /** Wilson's 95% interval, as if the trials were independent. */
  readonly interval: readonly [lower: number, upper: number];
}

/** @param hitCount in [0, totalCount] */
export function proportionOf(hitCount: number, totalCount: number): Proportion {
  const fraction = totalCount === 0 ? null : hitCount / totalCount;
  return { hitCount, totalCount, fraction, interval: wilsonInterval(hitCount, totalCount) };
}
