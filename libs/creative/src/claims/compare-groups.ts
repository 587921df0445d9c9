import type { Random } from '@keyart/common';
import { normalQuantile } from '@keyart/evaluation';
import type { AnalysedReview } from '../reviews/analysed-review';
import { genreKey } from '../reviews/scope';
import { smallestEffectOf, type Claim } from './claim';
import type { ClaimComparison, ClaimGroup, ClaimResult, WithoutLargest } from './claim-result';
import { bootstrapTitles, compareTitles, type TitleDifference } from './compare-titles';
import { titleValues, type TitleValue } from './title-values';

/** With fewer in one of them, groups are not compared. */
export const LEAST_TITLES_OF_GROUP = 10;
/** Standard errors of an effect that is seen with 80% power at 5%. */
const ERRORS_TO_DETECT = normalQuantile(0.975) + normalQuantile(0.8);

/** Groups and, where they are large enough, what is between them. */
export type ComparedGroups = Pick<
  ClaimResult,
  'groupA' | 'groupB' | 'titlesOfBothCount' | 'thinTitleCount'
> & { readonly comparison: Omit<ClaimComparison, 'adjustedPValue'> | null };

type Sides = readonly [a: readonly TitleValue[], b: readonly TitleValue[]];

/** Puts titles on the two sides of a claim and compares them. @param random of the bootstrap */
export function compareGroups(
  reviews: readonly AnalysedReview[],
  claim: Claim,
  random: Random,
): ComparedGroups {
  const meant = reviews.filter(({ genres }) => isOf(genres, claim.groupA) || isOf(genres, claim.groupB));
  const { titles, leftOutCount } = titleValues(meant, claim.measure);
  const isOfBoth = ({ genres }: TitleValue): boolean =>
    isOf(genres, claim.groupA) && isOf(genres, claim.groupB);
  const single = titles.filter((title) => !isOfBoth(title));
  const sides: Sides = [
    single.filter(({ genres }) => isOf(genres, claim.groupA)),
    single.filter(({ genres }) => isOf(genres, claim.groupB)),
  ];
  return {
    groupA: groupOf(claim.groupA, sides[0]),
    groupB: groupOf(claim.groupB, sides[1]),
    titlesOfBothCount: titles.length - single.length,
    thinTitleCount: leftOutCount,
    comparison: comparisonOf(sides, claim, random),
  };
}

function isOf(genres: readonly string[], group: readonly string[]): boolean {
  const wanted = group.map(genreKey);
  return genres.some((genre) => wanted.includes(genreKey(genre)));
}

function groupOf(genres: readonly string[], titles: readonly TitleValue[]): ClaimGroup {
  const titleCount = titles.length;
  const sum = titles.reduce((all, { value }) => all + value, 0);
  const reviewCount = titles.reduce((all, title) => all + title.reviewCount, 0);
  return { genres, titleCount, reviewCount, mean: titleCount === 0 ? null : sum / titleCount };
}

function comparisonOf(sides: Sides, claim: Claim, random: Random): ComparedGroups['comparison'] {
  if (sides.some((titles) => titles.length < LEAST_TITLES_OF_GROUP)) return null;
  const [valuesA, valuesB] = sides.map((titles) => titles.map(({ value }) => value));
  const difference = compareTitles(valuesA, valuesB);
  const bootstrapInterval = bootstrapTitles(valuesA, valuesB, random);
  const withoutLargest = difference && withoutLargestOf(sides, difference);
  if (!difference || !bootstrapInterval || !withoutLargest) return null;
  return {
    ...difference,
    bootstrapInterval,
    smallestEffect: smallestEffectOf(claim),
    minimumDetectableEffect: ERRORS_TO_DETECT * difference.standardError,
    withoutLargest,
  };
}

function withoutLargestOf(sides: Sides, all: TitleDifference): WithoutLargest | null {
  const titles = sides.flat();
  const largest = titles.reduce((most, title) => (title.reviewCount > most.reviewCount ? title : most));
  const [valuesA, valuesB] = sides.map((side) =>
    side.filter((title) => title !== largest).map(({ value }) => value),
  );
  const rest = compareTitles(valuesA, valuesB);
  if (!rest) return null;
  const { titleName, reviewCount } = largest;
  const reviewShare = reviewCount / titles.reduce((sum, title) => sum + title.reviewCount, 0);
  const { effect, interval } = rest;
  return {
    ...{ titleName, reviewCount, reviewShare, effect, interval },
    agrees: sideOf(interval) === sideOf(all.interval),
  };
}

/** −1, 0 or 1: on which side of 0 an interval lies. */
export function sideOf([lower, upper]: readonly [number, number]): number {
  if (lower > 0) return 1;
  return upper < 0 ? -1 : 0;
}
