import { assignmentFraction } from '@keyart/common';
import { CampaignInputError } from '../errors';

/** Limits of the holdout's share: fewer viewers show nothing, more cost too much. */
export const LEAST_HOLDOUT = 0.05;
/** See `LEAST_HOLDOUT`. */
export const MOST_HOLDOUT = 0.1;

/** Who chooses a viewer's picture: the campaign, or chance. */
export type CampaignArm = 'campaign' | 'holdout';

/** What deals a campaign's viewers. */
export interface CampaignDeal {
  readonly campaignId: string;
  /** Of the installation. */
  readonly salt: string;
  /** In [`LEAST_HOLDOUT`, `MOST_HOLDOUT`]. */
  readonly holdoutShare: number;
}

/**
 * Deals a viewer to an arm for good, by a salted hash of campaign and viewer, so that it is independent of every other assignment. A share
 * that grows keeps the holdout it has.
 * @throws CampaignInputError `holdoutShare`
 */
export function campaignArm({ campaignId, salt, holdoutShare }: CampaignDeal, memberId: string): CampaignArm {
  checkHoldoutShare(holdoutShare);
  const fraction = assignmentFraction(`campaign/${campaignId}/${salt}`, memberId);
  return fraction < holdoutShare ? 'holdout' : 'campaign';
}

/** @throws CampaignInputError `holdoutShare` */
export function checkHoldoutShare(share: number): void {
  if (!(share >= LEAST_HOLDOUT && share <= MOST_HOLDOUT))
    throw new CampaignInputError(
      'holdoutShare',
      `is ${share}, must be in [${LEAST_HOLDOUT}, ${MOST_HOLDOUT}]`,
    );
}
