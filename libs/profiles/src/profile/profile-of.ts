import { TITLE_ASPECTS, TONES } from '@keyart/contracts';
import { posteriorOf, priorOf, type Figure, type Posterior } from '../prior/posterior-of';
import { polarityVariance, shareVariance, type ProfilePrior } from '../prior/profile-prior';
import type { SentimentSums } from '../sums/sentiment-sums';
import { effectiveCount, meanOf, varianceOf } from '../sums/weighted-sums';
import { polarisationOf } from './polarisation';
import type { AspectProfile, TitleProfile, ToneShare } from './title-profile';

/** What a profile is shrunk to. */
export interface ProfileContext {
  readonly prior: ProfilePrior;
  /** The title's micro-genre; null: none, or not known. */
  readonly group: string | null;
}

/** Fewer effective reviews do not speak for themselves. */
export const LEAST_OWN_REVIEWS = 10;

const POLARITY_RANGE = [-1, 1] as const;
const SHARE_RANGE = [0, 1] as const;
/** What is said of an aspect differs from what is said of the whole by about this much (standard deviation .4). */
const ASPECT_VARIANCE = 0.16;

/** The profile that sums of reviews make. Without reviews it is the prior's, and says so. */
export function profileOf(sums: SentimentSums, { prior, group }: ProfileContext): TitleProfile {
  const count = effectiveCount(sums.polarity);
  const { weight } = sums.polarity;
  const own = weight > 0 ? ownPolarity(sums, prior) : null;
  const { priorFraction, ...polarity } = posteriorOf(own, priorOf(prior.polarity, group), POLARITY_RANGE);
  const variance = varianceOf(sums.polarity);
  return {
    ...{ count: sums.count, effectiveCount: count, priorFraction, polarity },
    evidence: count < LEAST_OWN_REVIEWS ? 'prior-dominated' : 'own-reviews',
    standardDeviation: Math.sqrt(variance),
    polarisation: polarisationOf(meanOf(sums.polarity), variance),
    intensity: weight > 0 ? Math.min(1, sums.intensity / weight) : 0,
    tones: tonesOf(sums, { prior, group }),
    aspects: aspectsOf(sums, { prior, polarity }),
    ...{ oldestAtMs: sums.oldestAtMs, newestAtMs: sums.newestAtMs },
  };
}

function ownPolarity({ polarity }: SentimentSums, { reviewVariance }: ProfilePrior) {
  return { mean: meanOf(polarity), variance: polarityVariance(polarity, reviewVariance) };
}

function tonesOf(sums: SentimentSums, { prior, group }: ProfileContext): ToneShare[] {
  const { weight } = sums.polarity;
  const count = effectiveCount(sums.polarity);
  return TONES.map((tone, index): ToneShare => {
    const shown = sums.toneWeights[index];
    const share = weight > 0 ? Math.min(1, shown / weight) : 0;
    const own = weight > 0 ? { mean: share, variance: shareVariance(share, count) } : null;
    const intensity = shown > 0 ? sums.toneIntensities[index] / shown : 0;
    return {
      tone,
      intensity,
      ...figureOf(posteriorOf(own, priorOf(prior.tones[index], group), SHARE_RANGE)),
    };
  }).sort((a, b) => b.value - a.value || a.tone.localeCompare(b.tone, 'en'));
}

function aspectsOf(
  sums: SentimentSums,
  { prior, polarity }: { readonly prior: ProfilePrior; readonly polarity: Figure },
): AspectProfile[] {
  const whole = { mean: polarity.value, variance: ASPECT_VARIANCE };
  return TITLE_ASPECTS.flatMap((aspect, index): AspectProfile[] => {
    const said = sums.aspects[index];
    if (!(said.weight > 0)) return [];
    const own = { mean: meanOf(said), variance: polarityVariance(said, prior.reviewVariance) };
    return [
      {
        aspect,
        mentionShare: Math.min(1, said.weight / sums.polarity.weight),
        effectiveCount: effectiveCount(said),
        ...figureOf(posteriorOf(own, whole, POLARITY_RANGE)),
      },
    ];
  }).sort((a, b) => b.mentionShare - a.mentionShare || a.aspect.localeCompare(b.aspect, 'en'));
}

function figureOf({ value, raw, low, high }: Posterior): Figure {
  return { value, raw, low, high };
}
