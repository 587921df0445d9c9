import type { ToneMix } from './tones/tone-mix';
import type { CampaignWindow } from './window/campaign-window';

/** A group of viewers that gets a choice of its own. */
export interface CampaignSegment {
  /** As in libs/segments, e.g. `tension-seeker`. */
  readonly name: string;
  /** What these viewers' finished titles felt like; null: not known. */
  readonly tones: ToneMix | null;
}

/** An artwork that the campaign may show. */
export interface CampaignCreative {
  readonly artworkId: string;
  /** What the picture promises; null: not known. */
  readonly tones: ToneMix | null;
}

/** What the campaign is to bring about. */
export interface CampaignGoal {
  /** Share of impressions followed by the wanted event before the campaign, in (0, 1). */
  readonly baseRate: number;
  /** Smallest relative lift over the holdout that is worth knowing of, > 0. */
  readonly smallestLift: number;
}

/** A title brought to segments of viewers with pictures of its own choice. */
export interface Campaign {
  readonly id: string;
  readonly titleId: string;
  /** What the title itself feels like; null: not known. */
  readonly titleTones: ToneMix | null;
  readonly segments: readonly CampaignSegment[];
  /** Two at least. */
  readonly creatives: readonly CampaignCreative[];
  /** One a country; a country without a window has no campaign. */
  readonly windows: readonly CampaignWindow[];
  readonly goal: CampaignGoal;
  /** Of the viewers, in [`LEAST_HOLDOUT`, `MOST_HOLDOUT`]: they see the creatives drawn uniformly. */
  readonly holdoutShare: number;
}
