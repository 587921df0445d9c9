import { freezeBatch, type ResponseCount } from '@keyart/campaigns';
import { pickIndex, type Random } from '@keyart/common';
import { indexOfLargest, type PlantedCampaign } from './planted-campaign';

/** How long and in what steps a campaign runs. */
export interface PlayLength {
  /** Of each segment, the holdout's among them. */
  readonly impressionCount: number;
  /** Of each segment between two freezings. */
  readonly batchSize: number;
}

/** How a campaign ended in a segment. */
export interface PlayedSegment {
  /** The creative that is likeliest to be the best is the best. */
  readonly isRight: boolean;
  /** Rate lost by the chosen one, relative to the best; 0 where it is right. */
  readonly lostFraction: number;
  /** Expected takes that were missed against showing the best always, holdout and floor included. */
  readonly regret: number;
  /** The same by showing all creatives alike. */
  readonly uniformRegret: number;
}

/**
 * Plays a campaign to its end: in each batch the holdout's impressions are uniform and teach nothing, the others are drawn from the frozen distribution
 * and answered by the truth.
 */
export function playCampaign(planted: PlantedCampaign, length: PlayLength, random: Random): PlayedSegment[] {
  const { campaign, rates } = planted;
  const counts = rates.map((row) => row.map((): ResponseCount => ({ impressionCount: 0, takeCount: 0 })));
  const regrets = rates.map(() => 0);
  const holdoutSize = Math.round(campaign.holdoutShare * length.batchSize);
  for (let shown = 0; shown < length.impressionCount; shown += length.batchSize) {
    const batch = freezeBatch(campaign, counts);
    rates.forEach((own, s) => {
      const shares = batch.segments[s].creatives.map(({ probability }) => probability);
      regrets[s] += holdoutSize * meanGap(own);
      for (let i = holdoutSize; i < length.batchSize; i++) {
        const k = pickIndex(shares, random);
        const { impressionCount, takeCount } = counts[s][k];
        const took = random.next() < own[k] ? 1 : 0;
        counts[s][k] = { impressionCount: impressionCount + 1, takeCount: takeCount + took };
        regrets[s] += Math.max(...own) - own[k];
      }
    });
  }
  const last = freezeBatch(campaign, counts);
  return rates.map((own, s) => {
    const best = indexOfLargest(own);
    const chosen = indexOfLargest(last.segments[s].creatives.map(({ bestProbability }) => bestProbability));
    const uniformRegret = length.impressionCount * meanGap(own);
    const lostFraction = 1 - own[chosen] / own[best];
    return { isRight: chosen === best, lostFraction, regret: regrets[s], uniformRegret };
  });
}

function meanGap(rates: readonly number[]): number {
  const best = Math.max(...rates);
  return rates.reduce((sum, rate) => sum + best - rate, 0) / rates.length;
}
