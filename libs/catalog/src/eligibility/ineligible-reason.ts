/** Why an artwork may not be shown on a surface now; the values travel in decision records. */
export const INELIGIBLE_REASONS = {
  NO_PICTURE: 'no-picture',
  NOT_APPROVED: 'not-approved',
  RIGHTS_NOT_STARTED: 'rights-not-started',
  RIGHTS_EXPIRED: 'rights-expired',
  ASPECT_MISMATCH: 'aspect-mismatch',
  LOCALE_MISMATCH: 'locale-mismatch',
  MATURITY_TOO_HIGH: 'maturity-too-high',
  SPOILER: 'spoiler',
  TOO_SMALL: 'too-small',
  BLURRED: 'blurred',
  BLANK: 'blank',
  UNREADABLE_LETTERING: 'unreadable-lettering',
  NOT_REPRESENTATIVE: 'not-representative',
} as const;

/** One of the reasons. */
export type IneligibleReason = (typeof INELIGIBLE_REASONS)[keyof typeof INELIGIBLE_REASONS];
