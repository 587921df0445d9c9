/** Codes of the input errors this library throws. */
export const SEGMENT_ERROR_CODES = {
  /** A row of events has an empty id or a number out of its range; the message names row and field. */
  badEvent: 'BAD_EVENT',
  /** A setting is out of its range; the message names it. */
  badSetting: 'BAD_SEGMENT_SETTING',
} as const;
