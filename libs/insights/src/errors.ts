/** Codes of the errors this library throws. */
export const INSIGHT_ERROR_CODES = {
  /** The compiled file of the map's thread is not there. */
  noThread: 'NO_MAP_THREAD',
} as const;
