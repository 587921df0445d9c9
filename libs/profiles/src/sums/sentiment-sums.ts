import { TITLE_ASPECTS, TONES, type TitleAspect } from '@keyart/contracts';
import type { ProfiledReview } from '../reviews/profiled-review';
import { reliabilityOf } from '../reviews/reliability-of';
import { decayWeight, TITLE_HALF_LIFE_DAYS } from './decay';
import { addSums, NO_SUMS, withValue, type WeightedSums } from './weighted-sums';

/** All that a profile needs of reviews, in sums that can be added in any order and grouping. Plain data, fit for JSON. */
export interface SentimentSums {
  /** Reviews, those without any weight left out. */
  readonly count: number;
  readonly polarity: WeightedSums;
  /** Σ w · intensity. */
  readonly intensity: number;
  /** Weight of the reviews that show the tone, in the order of `TONES`. */
  readonly toneWeights: readonly number[];
  /** Weight of those tones' intensities. */
  readonly toneIntensities: readonly number[];
  /** What is said of each aspect, in the order of `TITLE_ASPECTS`; a review counts once an aspect. */
  readonly aspects: readonly WeightedSums[];
  /** Null without reviews. */
  readonly oldestAtMs: number | null;
  readonly newestAtMs: number | null;
}

const TONE_INDEX = new Map<string, number>(TONES.map((tone, index) => [tone, index]));
const ASPECT_INDEX = new Map<string, number>(TITLE_ASPECTS.map((aspect, index) => [aspect, index]));

/** No review. */
export const NO_SENTIMENT: SentimentSums = {
  ...{ count: 0, polarity: NO_SUMS, intensity: 0 },
  toneWeights: TONES.map(() => 0),
  toneIntensities: TONES.map(() => 0),
  aspects: TITLE_ASPECTS.map(() => NO_SUMS),
  ...{ oldestAtMs: null, newestAtMs: null },
};

/** Sums of reviews, each weighted by age and reliability. Those that weigh nothing are not counted. */
export function sentimentSums(reviews: Iterable<ProfiledReview>): SentimentSums {
  const sums = { ...NO_SENTIMENT, toneWeights: [...NO_SENTIMENT.toneWeights] };
  const toneIntensities = [...NO_SENTIMENT.toneIntensities];
  const aspects = [...NO_SENTIMENT.aspects];
  for (const review of reviews) {
    const weight = reliabilityOf(review) * decayWeight(review.createdAtMs, TITLE_HALF_LIFE_DAYS);
    if (!(weight > 0)) continue;
    sums.count++;
    sums.polarity = withValue(sums.polarity, weight, review.polarity);
    sums.intensity += weight * review.intensity;
    for (const { tone, intensity } of review.tones) {
      const index = TONE_INDEX.get(tone);
      if (index === undefined) continue;
      sums.toneWeights[index] += weight;
      toneIntensities[index] += weight * intensity;
    }
    for (const [index, polarity] of aspectMeans(review))
      aspects[index] = withValue(aspects[index], weight, polarity);
    sums.oldestAtMs = Math.min(sums.oldestAtMs ?? Infinity, review.createdAtMs);
    sums.newestAtMs = Math.max(sums.newestAtMs ?? -Infinity, review.createdAtMs);
  }
  return { ...sums, toneIntensities, aspects };
}

/** Sums of both parts. */
export function addSentiment(a: SentimentSums, b: SentimentSums): SentimentSums {
  return {
    count: a.count + b.count,
    polarity: addSums(a.polarity, b.polarity),
    intensity: a.intensity + b.intensity,
    toneWeights: a.toneWeights.map((weight, tone) => weight + b.toneWeights[tone]),
    toneIntensities: a.toneIntensities.map((weight, tone) => weight + b.toneIntensities[tone]),
    aspects: a.aspects.map((aspect, index) => addSums(aspect, b.aspects[index])),
    oldestAtMs: extreme(Math.min, a.oldestAtMs, b.oldestAtMs),
    newestAtMs: extreme(Math.max, a.newestAtMs, b.newestAtMs),
  };
}

function extreme(of: (a: number, b: number) => number, a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : of(a, b);
}

function aspectMeans({ aspects }: ProfiledReview): Map<number, number> {
  const said = new Map<TitleAspect, number[]>();
  for (const { aspect, polarity } of aspects) said.set(aspect, [...(said.get(aspect) ?? []), polarity]);
  const means = new Map<number, number>();
  for (const [aspect, values] of said) {
    const index = ASPECT_INDEX.get(aspect);
    if (index !== undefined) means.set(index, values.reduce((sum, value) => sum + value, 0) / values.length);
  }
  return means;
}
