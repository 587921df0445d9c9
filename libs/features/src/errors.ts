/** Codes of the input errors this library throws. */
export const FEATURE_ERROR_CODES = {
  /** A history entry has a rating outside [0.5, 5] or no valid date. */
  badHistory: 'BAD_HISTORY',
  /** An artwork names a facet outside the vocabulary. */
  unknownFacet: 'UNKNOWN_FACET',
  /** A facet's strength is not in [0, 1]. */
  badFacetStrength: 'BAD_FACET_STRENGTH',
  /** A model's weights do not fit the feature layout. */
  badWeights: 'BAD_WEIGHTS',
} as const;
