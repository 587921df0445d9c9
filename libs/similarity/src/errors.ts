/** Codes of the input errors this library throws. */
export const SIMILARITY_ERROR_CODES = {
  /** An embedding or tone is not as long as the others, or not finite. */
  badVector: 'BAD_VECTOR',
  /** There is no such title among those compared. */
  unknownTitle: 'UNKNOWN_TITLE',
} as const;
