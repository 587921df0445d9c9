import { contentHash } from '@keyart/common';
import type { BetaParameters } from '@keyart/evaluation';
import type { Campaign } from '../campaign';
import { segmentPosteriors } from '../posterior/segment-posteriors';
import { checkResponses, type ResponseTable } from '../posterior/response-count';
import { toneMatch } from '../tones/tone-match';
import { bestProbabilities } from './best-probabilities';
import { CAMPAIGN_FLOOR, withFloor } from './choice-probabilities';

const VERSION_LENGTH = 16;

/** A creative as it stands in a batch. */
export interface FrozenCreative {
  readonly artworkId: string;
  readonly posterior: BetaParameters;
  /** P(best) among all creatives, without the floor. */
  readonly bestProbability: number;
  /** What it is drawn with where all creatives may be shown. */
  readonly probability: number;
}

/** A segment as it stands in a batch. */
export interface FrozenSegment {
  readonly name: string;
  /** By artwork id. */
  readonly creatives: readonly FrozenCreative[];
}

/** What a campaign chooses with until the next batch: plain JSON, decided once, the same for every choice of the batch. */
export interface FrozenBatch {
  /** Content hash; stands beside every choice. */
  readonly version: string;
  readonly campaignId: string;
  readonly epsilon: number;
  readonly segments: readonly FrozenSegment[];
  /** What a full tone match is worth, in log odds, and how far cells lie off it. */
  readonly matchSlope: number;
  readonly spread: number;
}

/** Matches of a campaign's segments and creatives, `[S][K]` in [0, 1]. */
export function campaignMatches({
  segments,
  creatives,
}: Pick<Campaign, 'segments' | 'creatives'>): number[][] {
  return segments.map((segment) => creatives.map((creative) => toneMatch(segment.tones, creative.tones)));
}

/**
 * Freezes what is believed now into the distributions that the next batch of choices is drawn from.
 * @param counts `[S][K]` answers of the campaign's arm, in the campaign's order, discounted by their age; the holdout's stay out
 * @throws CampaignInputError `counts`
 */
export function freezeBatch(
  campaign: Pick<Campaign, 'id' | 'segments' | 'creatives' | 'goal'>,
  counts: ResponseTable,
  epsilon: number = CAMPAIGN_FLOOR,
): FrozenBatch {
  const { segments, creatives, goal } = campaign;
  checkResponses(counts, [segments.length, creatives.length]);
  const { baseRate } = goal;
  const fitted = segmentPosteriors({ baseRate, counts, matches: campaignMatches(campaign) });
  const frozen = segments.map(({ name }, s) => ({
    name,
    creatives: frozenCreatives(creatives, fitted.posteriors[s], epsilon),
  }));
  const { matchSlope, spread } = fitted;
  const content = { campaignId: campaign.id, epsilon, segments: frozen, matchSlope, spread };
  return { version: `campaign-${contentHash(JSON.stringify(content), VERSION_LENGTH)}`, ...content };
}

function frozenCreatives(
  creatives: Campaign['creatives'],
  posteriors: readonly BetaParameters[],
  epsilon: number,
): FrozenCreative[] {
  const best = bestProbabilities(posteriors);
  const shown = withFloor(best, epsilon);
  return creatives
    .map(({ artworkId }, k) => ({
      ...{ artworkId, posterior: posteriors[k] },
      ...{ bestProbability: best[k], probability: shown[k] },
    }))
    .sort((a, b) => (a.artworkId < b.artworkId ? -1 : 1));
}
