import { contentHash, InputError } from '@keyart/common';
import type { PopularityModel } from '@keyart/ranking';
import { checkRows } from './check-rows';
import { grouped, rowVariance, tallyArtworks } from './artwork-tally';
import { pooledMean, priorStrength, shrink } from './empirical-bayes';
import { LEARNING_ERROR_CODES } from './errors';
import { roundParameter } from './round-parameter';
import type { RewardedChoice } from './training-row';

/** How far single rows may pull. */
export interface PopularityOptions {
  /** Clip of the importance weights, ≥ 1; default 10. */
  readonly maxWeight?: number;
}

const DEFAULT_MAX_WEIGHT = 10;
const VERSION_LENGTH = 16;

/**
 * Fits how well each artwork does with the average viewer, by empirical Bayes at two levels: artworks shrink towards their
 * title's mean, titles towards the global one, with strengths σ²/τ² estimated by the method of moments (see `priorStrength`,
 * `shrink`). Rewards are weighted by min(1 / (K · propensity), maxWeight): where a skewed logger showed a picture mostly to
 * those who would take it, the rare other viewers count for those not asked, and the effective count (Kish) says how little
 * such a mean is to be trusted. The rows' order does not matter.
 * @param rows rendered, attributed, unlocked decisions; none gives a model that knows only the global mean 0
 * @throws InputError `BAD_TRAINING_ROW` (row index and field), `BAD_TRAINING_OPTION`
 */
export function fitPopularity(
  rows: readonly RewardedChoice[],
  { maxWeight = DEFAULT_MAX_WEIGHT }: PopularityOptions = {},
): PopularityModel {
  if (!(maxWeight >= 1)) {
    throw new InputError(
      LEARNING_ERROR_CODES.badOption,
      `maxWeight ${maxWeight} is not a number of at least 1`,
    );
  }
  checkRows(rows);
  const tallies = tallyArtworks(rows, maxWeight);
  const variance = rowVariance(tallies);
  const titles = grouped(tallies, ({ titleId }) => titleId);
  const pooled = titles.map(([titleId, siblings]) => ({ titleId, ...pooledMean(siblings) }));
  const { mean: globalMean } = pooledMean(pooled);
  const titleStrength = priorStrength([pooled], variance);
  const artworkStrength = priorStrength(
    titles.map(([, siblings]) => siblings),
    variance,
  );
  const titleMeans = new Map(
    pooled.map((title) => [title.titleId, shrink(title, globalMean, titleStrength)]),
  );
  const artworkMeans = tallies.map(
    (artwork) =>
      [
        artwork.artworkId,
        roundParameter(shrink(artwork, titleMeans.get(artwork.titleId) ?? globalMean, artworkStrength)),
      ] as const,
  );
  const content = {
    globalMean: roundParameter(globalMean),
    titleMeans: Object.fromEntries([...titleMeans].map(([id, mean]) => [id, roundParameter(mean)])),
    artworkMeans: Object.fromEntries(artworkMeans),
  };
  return { version: `popularity-${contentHash(JSON.stringify(content), VERSION_LENGTH)}`, ...content };
}
