import { groupsOf } from '@keyart/common';
import { effectiveCount } from '@keyart/evaluation';
import { DRIVER_NAMES, type DriverValues } from './driver-columns';

/** A review as the regression sees it. */
export interface ExplainedReview {
  readonly titleId: string;
  readonly weight: number;
  readonly outcome: number;
  readonly driver: DriverValues;
}

/** What a statement about a driver rests on. */
export interface DriverEvidence {
  readonly reviewCount: number;
  readonly effectiveCount: number;
  readonly titleCount: number;
}

/** Reviews that must have a driver before anything is said of it. */
export const LEAST_REVIEWS = 20;

/** Who has each driver, `[K]`. */
export function driverEvidence(rows: readonly ExplainedReview[]): DriverEvidence[] {
  const titles = groupsOf(rows, ({ titleId }) => titleId);
  return DRIVER_NAMES.map((_, k) => {
    const own = rows.filter(({ driver }) => driver.counts[k] > 0);
    return {
      reviewCount: own.length,
      effectiveCount: effectiveCount(own.map(({ weight }) => weight)),
      titleCount: titles.filter(([first, ...others]) =>
        others.some(({ driver }) => driver.values[k] !== first.driver.values[k]),
      ).length,
    };
  });
}

/** Why nothing can be said of it; null: something can. */
export function problemWith({ reviewCount, titleCount }: DriverEvidence): string | null {
  if (reviewCount < LEAST_REVIEWS) return `fewer than ${LEAST_REVIEWS} reviews have it`;
  return titleCount === 0 ? 'all reviews of a title have it alike' : null;
}
