import { TONES } from '@keyart/contracts';
import type { SentimentSums } from '../sums/sentiment-sums';
import { effectiveCount, meanOf, varianceOf, type WeightedSums } from '../sums/weighted-sums';
import { fitFigurePrior, type FigurePrior, type PriorLimits } from './figure-prior';

/** What profiles are shrunk to. Plain data, fit for JSON. */
export interface ProfilePrior {
  readonly polarity: FigurePrior;
  /** Variance of one review's polarity about its title's mean. */
  readonly reviewVariance: number;
  /** Shares of reviews that show a tone, in the order of `TONES`. */
  readonly tones: readonly FigurePrior[];
  readonly titleCount: number;
}

/** What a title's reviews say, and which micro-genre it is of; null: none. */
export interface PriorTitle {
  readonly sums: SentimentSums;
  readonly group: string | null;
}

/** One review's standard deviation was measured as .78 on public reviews. */
const USUAL_REVIEW_VARIANCE = 0.61;
/** Titles whose spread of reviews is counted at all. */
const LEAST_EFFECTIVE = 2;
/** Reviews that the usual variance stands for beside a title's own. */
const VARIANCE_STRENGTH = 10;

const POLARITY_LIMITS: PriorLimits = { unknown: { mean: 0, variance: 0.16 }, leastVariance: 0.01 };
const TONE_LIMITS: PriorLimits = { unknown: { mean: 0.05, variance: 0.01 }, leastVariance: 0.0001 };
/** Keeps the variance of a share that was never seen above zero: half a review with the tone beside one without. */
const SHARE_PSEUDO_COUNT = 1;
const SHARE_PSEUDO_MEAN = 0.05;

/** Where no title has reviews. */
export const UNKNOWN_PRIOR: ProfilePrior = fitProfilePrior([]);

/** Sampling variance of a title's mean polarity: its own spread, drawn to the usual one. */
export function polarityVariance(sums: WeightedSums, reviewVariance: number): number {
  const count = effectiveCount(sums);
  const spread =
    (count * varianceOf(sums) + VARIANCE_STRENGTH * reviewVariance) / (count + VARIANCE_STRENGTH);
  return spread / count;
}

/** Sampling variance of a share, > 0. @param count effective, > 0 */
export function shareVariance(share: number, count: number): number {
  const smooth = (count * share + SHARE_PSEUDO_COUNT * SHARE_PSEUDO_MEAN) / (count + SHARE_PSEUDO_COUNT);
  return (smooth * (1 - smooth)) / count;
}

/** Learns from all titles what to expect of one of which little was said. @param titles in any order */
export function fitProfilePrior(titles: readonly PriorTitle[]): ProfilePrior {
  const told = titles.filter(({ sums }) => effectiveCount(sums.polarity) >= 1);
  const reviewVariance = varianceOfReviews(told);
  const polarity = told.map(({ sums, group }) => ({
    ...{ mean: meanOf(sums.polarity), group },
    variance: polarityVariance(sums.polarity, reviewVariance),
  }));
  const tones = TONES.map((_, tone) =>
    fitFigurePrior(
      told.map((title) => shareOf(title, tone)),
      TONE_LIMITS,
    ),
  );
  return {
    polarity: fitFigurePrior(polarity, POLARITY_LIMITS),
    ...{ reviewVariance, tones, titleCount: told.length },
  };
}

function shareOf({ sums, group }: PriorTitle, tone: number) {
  const mean = sums.toneWeights[tone] / sums.polarity.weight;
  return { mean, variance: shareVariance(mean, effectiveCount(sums.polarity)), group };
}

/** Within titles, pooled by degrees of freedom, with the usual variance as if ten reviews had said it. */
function varianceOfReviews(titles: readonly PriorTitle[]): number {
  let [freedom, squares] = [VARIANCE_STRENGTH, VARIANCE_STRENGTH * USUAL_REVIEW_VARIANCE];
  for (const { sums } of titles) {
    const count = effectiveCount(sums.polarity);
    if (count < LEAST_EFFECTIVE) continue;
    freedom += count - 1;
    squares += count * varianceOf(sums.polarity);
  }
  return squares / freedom;
}
