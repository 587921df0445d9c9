import { InsightPrior, type InsightModel } from '@keyart/ranking';
import type { RewardedChoice } from './training-row';

/**
 * Where training starts the artworks of its rows from: artwork id → prior mean, reward. The others are left out, so that they are told from
 * those a model knows by the log, and a newer insight model speaks for them when it serves.
 */
export function insightPriors(
  insights: InsightModel | null,
  rows: readonly Pick<RewardedChoice, 'artwork'>[],
): Map<string, number> {
  if (insights === null) return new Map();
  const prior = new InsightPrior(insights);
  return new Map(rows.map(({ artwork: { artworkId } }) => [artworkId, prior.lift(artworkId)]));
}
