/** Codes of the input errors this library throws. */
export const LEARNING_ERROR_CODES = {
  /** A training row lacks a true propensity, or its reward or candidate count is no usable number. */
  badRow: 'BAD_TRAINING_ROW',
  /** An option is out of its range. */
  badOption: 'BAD_TRAINING_OPTION',
  /** The prior model was made for another feature version. */
  featureVersion: 'FEATURE_VERSION_MISMATCH',
  /** The reward window is not a positive number of milliseconds. */
  badWindow: 'BAD_REWARD_WINDOW',
} as const;
