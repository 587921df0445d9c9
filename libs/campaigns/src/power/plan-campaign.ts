import {
  detectableProportionLift,
  EVEN_PROPORTIONS,
  proportionUnits,
  unitsPerArm,
  type ProportionDesign,
} from '@keyart/evaluation';
import type { Campaign } from '../campaign';
import { CampaignInputError } from '../errors';
import { checkHoldoutShare } from '../holdout/campaign-arm';

/** What is known before the start. */
export interface CampaignTraffic {
  /** Impressions of the title a day, all its segments and countries together, > 0. */
  readonly impressionsADay: number;
  /** Of the longest window, > 0. */
  readonly dayCount: number;
  /** How many times as many impressions it takes since those of one viewer are alike, ≥ 1: `HoldoutLift.designEffect` of an earlier campaign. */
  readonly designEffect: number;
}

/** What a campaign can show, printed before it starts. */
export interface CampaignPlan {
  /** Impressions of both arms together that show the smallest lift over the holdout with 80% power. */
  readonly requiredImpressions: number;
  readonly requiredDays: number;
  /** Of them, in the holdout. */
  readonly holdoutImpressions: number;
  /** Relative, that all impressions of the window would show; null: none. */
  readonly detectableLift: number | null;
  /** Whether the window is long enough for the smallest lift. */
  readonly isPowered: boolean;
  /** Impressions of each of two creatives, in one segment, that show the same lift of one over the other. */
  readonly impressionsPerCreative: number;
}

/** Reckons what a campaign can show. @throws CampaignInputError, StatisticInputError naming the number that is out of range */
export function planCampaign(
  { goal, holdoutShare }: Pick<Campaign, 'goal' | 'holdoutShare'>,
  traffic: CampaignTraffic,
): CampaignPlan {
  checkHoldoutShare(holdoutShare);
  checkTraffic(traffic);
  const { impressionsADay, dayCount, designEffect } = traffic;
  const design = { ...EVEN_PROPORTIONS, baseRate: goal.baseRate };
  const againstHoldout: ProportionDesign = { ...design, treatmentShare: 1 - holdoutShare };
  const required = Math.ceil(proportionUnits(againstHoldout, goal.smallestLift) * designEffect);
  const available = (impressionsADay * dayCount) / designEffect;
  return {
    requiredImpressions: required,
    requiredDays: Math.ceil(required / impressionsADay),
    holdoutImpressions: Math.ceil(required * holdoutShare),
    detectableLift: detectableProportionLift(againstHoldout, available),
    isPowered: impressionsADay * dayCount >= required,
    impressionsPerCreative: Math.ceil(unitsPerArm(design, goal.smallestLift) * designEffect),
  };
}

function checkTraffic({ impressionsADay, dayCount, designEffect }: CampaignTraffic): void {
  const must = (field: string, isFine: boolean, detail: string): void => {
    if (!isFine) throw new CampaignInputError(field, detail);
  };
  must(
    'impressionsADay',
    impressionsADay > 0 && Number.isFinite(impressionsADay),
    `is ${impressionsADay}, must be above 0`,
  );
  must('dayCount', dayCount > 0 && Number.isFinite(dayCount), `is ${dayCount}, must be above 0`);
  must(
    'designEffect',
    designEffect >= 1 && Number.isFinite(designEffect),
    `is ${designEffect}, must be 1 at least`,
  );
}
