import { groupsOf } from '@keyart/common';
import type { PolarityRow } from '@keyart/sentiment';
import { pearson } from './correlation';

/** Titles with fewer reviews say little of either mean. */
const LEAST_REVIEW_COUNT = 10;

/** How what is read of titles agrees with their stars. */
export interface TitleAgreement {
  readonly titleCount: number;
  /** Of mean polarity with mean stars, in [−1, 1]. */
  readonly pearson: number;
}

/**
 * Mean polarity of each title with ten starred reviews or more against its mean stars.
 * @param polarities of engines that had not seen the title, `[n]`
 */
export function titleAgreement(rows: readonly PolarityRow[], polarities: ArrayLike<number>): TitleAgreement {
  const starred = rows.flatMap(({ group, stars }, i) => (stars === null ? [] : [{ group, stars, i }]));
  const titles = groupsOf(starred, ({ group }) => group).filter(({ length }) => length >= LEAST_REVIEW_COUNT);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    titleCount: titles.length,
    pearson: pearson(
      titles.map((reviews) => mean(reviews.map(({ i }) => polarities[i]))),
      titles.map((reviews) => mean(reviews.map(({ stars }) => stars))),
    ),
  };
}
