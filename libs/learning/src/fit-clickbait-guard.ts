import { contentHash } from '@keyart/common';
import type { ClickbaitGuardModel, Demotion } from '@keyart/ranking';
import type { ArtworkOutcome } from './artwork-outcome';
import { grouped } from './artwork-tally';
import { tallyClicks, type ClickTally } from './click-tally';
import { pooledMean, shrink, type ObservedMean } from './empirical-bayes';
import { roundParameter } from './round-parameter';

/** When an artwork is demoted. */
export const CLICKBAIT_RULE = {
  /** Fewer (effective) clicks say too little. */
  leastClickCount: 20,
  /** Its quality share must lie below this part of the norm: a picture that is merely average for its title stays. */
  normFraction: 0.75,
  /** One-sided: the posterior must put more than 97.5% below. */
  standardDeviationCount: 1.96,
  /** How many clicks the prior is worth: the catalogue's share for a norm, the norm for an artwork. */
  priorClickCount: 10,
  /**
   * Clip of the importance weights. Low, since a share is asked for and not a value: at 10 a single showing by the floor
   * outvotes the rest, and 50 clicks without one quality play count as 10. What it leaves of the logger's preference for
   * viewers whom a picture suits is in favour of the picture.
   */
  maxWeight: 2,
} as const;

const VERSION_LENGTH = 16;

/** Mean and variance of a share after `observed`, under a Beta prior around `prior` worth `priorClickCount` clicks. */
function posterior(observed: ObservedMean, prior: number): { mean: number; variance: number } {
  const { priorClickCount } = CLICKBAIT_RULE;
  const mean = shrink(observed, prior, priorClickCount);
  return { mean, variance: (mean * (1 - mean)) / (observed.count + priorClickCount + 1) };
}

function clickFraction(tallies: readonly ClickTally[]): number {
  const shown = tallies.reduce((sum, { shownWeight }) => sum + shownWeight, 0);
  return tallies.reduce((sum, { clickedWeight }) => sum + clickedWeight, 0) / shown;
}

/** Why the artwork is demoted among its title's; null when it is not. */
function demotionOf(artwork: ClickTally, title: readonly ClickTally[], globalShare: number): Demotion | null {
  const { leastClickCount, normFraction, standardDeviationCount } = CLICKBAIT_RULE;
  const others = pooledMean(title.filter((each) => each !== artwork).map(({ quality }) => quality));
  if (artwork.quality.count < leastClickCount || others.count === 0) return null;
  const ownClickFraction = clickFraction([artwork]);
  if (ownClickFraction < clickFraction(title)) return null;
  const norm = posterior(others, globalShare);
  const own = posterior(artwork.quality, norm.mean);
  const deviation = Math.sqrt(own.variance + normFraction ** 2 * norm.variance);
  if (own.mean + standardDeviationCount * deviation >= normFraction * norm.mean) return null;
  return {
    clickFraction: roundParameter(ownClickFraction),
    qualityFraction: roundParameter(artwork.quality.mean),
    titleQualityFraction: roundParameter(norm.mean),
    clickCount: artwork.clickCount,
  };
}

/**
 * Finds clickbait: artworks clicked no less than their title is, whose clicks end in a quality play (or better) clearly less
 * often than those of the title's other artworks. With q the share of quality plays among clicks, an artwork is demoted
 * when P(q < normFraction · norm) > .975, q and norm taken as independent Beta posteriors (their difference as normal),
 * shrunk towards the norm and the catalogue's share respectively, which is also what keeps the many artworks looked at from
 * giving false alarms. A report of a misleading picture and a quick abandon are clicks without a quality play; putting on
 * the list is none. Rows are weighted to the uniform policy, so a picture shown to fans only is not judged by them alone.
 *
 * Fitted to a rolling window it forgets: the exploration floor and the uniform slice go on showing a demoted artwork, and
 * once these clicks are followed by watching again it is named no more. The rows' order does not matter.
 * @param outcomes rendered, attributed, unlocked decisions of the window; none demotes nothing
 */
export function fitClickbaitGuard(outcomes: readonly ArtworkOutcome[]): ClickbaitGuardModel {
  const tallies = tallyClicks(outcomes, CLICKBAIT_RULE.maxWeight);
  const { mean: globalShare } = pooledMean(tallies.map(({ quality }) => quality));
  const demotions: Record<string, Demotion> = {};
  for (const [, title] of grouped(tallies, ({ titleId }) => titleId)) {
    for (const artwork of title) {
      const demotion = demotionOf(artwork, title, globalShare);
      if (demotion) demotions[artwork.artworkId] = demotion;
    }
  }
  const version = `guard-${contentHash(JSON.stringify(demotions), VERSION_LENGTH)}`;
  return { version, demotions };
}
