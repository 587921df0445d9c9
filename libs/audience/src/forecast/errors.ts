/** Codes of what audience models refuse. */
export const AUDIENCE_ERROR_CODES = {
  tooFewLaunches: 'TOO_FEW_LAUNCHES',
  badModel: 'BAD_AUDIENCE_MODEL',
} as const;
