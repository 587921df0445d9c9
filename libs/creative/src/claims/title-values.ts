import { groupsOf } from '@keyart/common';
import { effectiveCount } from '@keyart/evaluation';
import type { AnalysedReview } from '../reviews/analysed-review';
import type { ClaimMeasure } from './claim';

/** What a title's reviews say together. */
export interface TitleValue {
  readonly titleId: string;
  readonly titleName: string;
  readonly genres: readonly string[];
  readonly value: number;
  readonly reviewCount: number;
}

/** A title with fewer reviews has no value of its own. */
export const LEAST_REVIEWS_OF_TITLE = 5;

/** One value a title, whatever the count of its reviews. */
export interface TitleValues {
  readonly titles: readonly TitleValue[];
  /** Titles with too few reviews. */
  readonly leftOutCount: number;
}

/** The measure of each title: weighted mean of its reviews, their standard deviation (`spread`, of polarity), or the share that shows a tone. */
export function titleValues(reviews: readonly AnalysedReview[], measure: ClaimMeasure): TitleValues {
  const groups = groupsOf(reviews, ({ titleId }) => titleId);
  const enough = groups.filter((group) => group.length >= LEAST_REVIEWS_OF_TITLE);
  return {
    titles: enough.map((group) => {
      const [{ titleId, titleName, genres }] = group;
      return { titleId, titleName, genres, value: valueOf(group, measure), reviewCount: group.length };
    }),
    leftOutCount: groups.length - enough.length,
  };
}

function valueOf(reviews: readonly AnalysedReview[], measure: ClaimMeasure): number {
  if (measure === 'spread') return spreadOf(reviews);
  if (measure === 'intensity' || measure === 'polarity') return mean(reviews, (review) => review[measure]);
  return mean(reviews, ({ tones }) => Number(tones.some(({ tone }) => measure === `tone:${tone}`)));
}

function mean(reviews: readonly AnalysedReview[], of: (review: AnalysedReview) => number): number {
  let [sum, weights] = [0, 0];
  for (const review of reviews) {
    sum += review.weight * of(review);
    weights += review.weight;
  }
  return sum / weights;
}

/**
 * Standard deviation with Kish's count n of reviews: Σ w (x − m)² / (W − Σ w²/W), its root by 4(n − 1)/(4n − 3), without which titles with few
 * reviews would look more of one mind than others. Source: Holtzman, The American Statistician 1950 (c₄, approximated).
 */
function spreadOf(reviews: readonly AnalysedReview[]): number {
  const centre = mean(reviews, ({ polarity }) => polarity);
  let [weights, squares, deviation] = [0, 0, 0];
  for (const { weight, polarity } of reviews) {
    weights += weight;
    squares += weight ** 2;
    deviation += weight * (polarity - centre) ** 2;
  }
  const count = effectiveCount(reviews.map(({ weight }) => weight));
  const shrinkage = (4 * (count - 1)) / (4 * count - 3);
  return Math.sqrt(deviation / (weights - squares / weights)) / shrinkage;
}
