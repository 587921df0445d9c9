import { groupsOf } from '@keyart/common';
import { TITLE_ASPECTS, TONES, type TitleAspect, type Tone } from '@keyart/contracts';
import { clusteredMean, wilsonInterval, type Interval } from '@keyart/evaluation';
import type { AnalysedReview } from '../reviews/analysed-review';

/** How an aspect is spoken of. */
export interface AspectReception {
  readonly aspect: TitleAspect;
  /** Reviews that mention it. */
  readonly reviewCount: number;
  /** Of all reviews. */
  readonly share: number;
  /** Mean over those reviews, in [−1, 1]. */
  readonly polarity: number;
  /** 95%, by title, or by review of one title; null: too few. */
  readonly interval: Interval | null;
}

/** How often a tone shows. */
export interface ToneReception {
  readonly tone: Tone;
  readonly reviewCount: number;
  readonly share: number;
  /** 95%, Wilson's: reviews counted as independent. */
  readonly interval: Interval;
  /** Mean strength where it shows, in [0, 1]. */
  readonly intensity: number;
}

/** What reviews speak of and what they show, the most frequent first. */
export interface Reception {
  readonly reviewCount: number;
  readonly titleCount: number;
  readonly aspects: readonly AspectReception[];
  readonly tones: readonly ToneReception[];
}

/** Fewer clusters make an interval that is too narrow. */
const LEAST_CLUSTERS = 10;

/** Counts and means as they are, unweighted; those that never come up are left out. @param reviews at least one */
export function receptionOf(reviews: readonly AnalysedReview[]): Reception {
  const titleCount = new Set(reviews.map(({ titleId }) => titleId)).size;
  const aspects = TITLE_ASPECTS.flatMap((aspect) => aspectReception(aspect, reviews, titleCount));
  const tones = TONES.flatMap((tone) => toneReception(tone, reviews));
  const byCount = (a: { reviewCount: number }, b: { reviewCount: number }): number =>
    b.reviewCount - a.reviewCount;
  return {
    ...{ reviewCount: reviews.length, titleCount },
    ...{ aspects: aspects.sort(byCount), tones: tones.sort(byCount) },
  };
}

function aspectReception(
  aspect: TitleAspect,
  reviews: readonly AnalysedReview[],
  titleCount: number,
): AspectReception[] {
  const mentions = reviews.flatMap(({ titleId, aspects }, i) => {
    const own = aspects.filter((one) => one.aspect === aspect);
    if (own.length === 0) return [];
    const polarity = own.reduce((sum, one) => sum + one.polarity, 0) / own.length;
    return [{ polarity, cluster: titleCount > 1 ? titleId : String(i) }];
  });
  if (mentions.length === 0) return [];
  return [
    {
      ...{ aspect, reviewCount: mentions.length, share: mentions.length / reviews.length },
      polarity: mentions.reduce((sum, one) => sum + one.polarity, 0) / mentions.length,
      interval: intervalOf(mentions),
    },
  ];
}

function intervalOf(mentions: readonly { polarity: number; cluster: string }[]): Interval | null {
  const sums = { clusterCount: 0, count: 0, sum: 0, squaredSum: 0, squaredCount: 0, sumTimesCount: 0 };
  for (const group of groupsOf(mentions, ({ cluster }) => cluster)) {
    const sum = group.reduce((all, { polarity }) => all + polarity, 0);
    sums.clusterCount++;
    sums.count += group.length;
    sums.sum += sum;
    sums.squaredSum += sum ** 2;
    sums.squaredCount += group.length ** 2;
    sums.sumTimesCount += sum * group.length;
  }
  return sums.clusterCount < LEAST_CLUSTERS ? null : (clusteredMean(sums)?.interval ?? null);
}

function toneReception(tone: Tone, reviews: readonly AnalysedReview[]): ToneReception[] {
  const strengths = reviews.flatMap(({ tones }) => tones.find((one) => one.tone === tone)?.intensity ?? []);
  if (strengths.length === 0) return [];
  return [
    {
      ...{ tone, reviewCount: strengths.length, share: strengths.length / reviews.length },
      interval: wilsonInterval(strengths.length, reviews.length),
      intensity: strengths.reduce((sum, one) => sum + one, 0) / strengths.length,
    },
  ];
}
