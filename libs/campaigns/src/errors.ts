import { InputError } from '@keyart/common';

/** Codes of the errors this library throws. */
export const CAMPAIGN_ERROR_CODES = {
  badCampaign: 'BAD_CAMPAIGN',
} as const;

/** A campaign, its counts or its window cannot be; the message names the field. */
export class CampaignInputError extends InputError {
  constructor(
    readonly field: string,
    detail: string,
  ) {
    super(CAMPAIGN_ERROR_CODES.badCampaign, `${field}: ${detail}`);
  }
}
