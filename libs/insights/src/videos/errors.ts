/** Codes of what goes wrong with kept videos. */
export const KEPT_VIDEO_ERRORS = {
  /** There is no such video. */
  UNKNOWN_VIDEO: 'UNKNOWN_VIDEO',
  /** There is no such frame, or it has no crop in that aspect. */
  UNKNOWN_FRAME: 'UNKNOWN_FRAME',
  /** The file has no bytes. */
  VIDEO_EMPTY: 'VIDEO_EMPTY',
  /** More bytes than a video may have. */
  VIDEO_TOO_LARGE: 'VIDEO_TOO_LARGE',
  /** The file is not on this machine: API and worker need the same folder of videos. */
  VIDEO_FILE_MISSING: 'VIDEO_FILE_MISSING',
  /** The file could not be kept. Retryable. */
  VIDEO_NOT_STORED: 'VIDEO_NOT_STORED',
} as const;
