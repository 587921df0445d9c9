/** Codes of the input errors this library throws. */
export const SHIFT_ERROR_CODES = {
  /** A figure of a bucket is not finite or out of its range. */
  badBucket: 'BAD_SHIFT_BUCKET',
  /** A bucket is older than the last one of its stream. */
  outOfOrder: 'SHIFT_BUCKET_OUT_OF_ORDER',
  /** A run length, threshold or share is out of its range. */
  badDesign: 'BAD_SHIFT_DESIGN',
  /** A stored state is of another version or damaged: start the stream anew. */
  badState: 'BAD_DETECTOR_STATE',
} as const;
