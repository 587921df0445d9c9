import { InputError } from '@keyart/common';

/** Codes of the errors this library throws. */
export const CREATIVE_ERRORS = {
  /** A line of analysed reviews that cannot be used. */
  BAD_REVIEW: 'BAD_REVIEW',
  /** A claim that cannot be tested as it is stated. */
  BAD_CLAIM: 'BAD_CLAIM',
  /** A title, genre or micro-genre without a review. */
  EMPTY_SCOPE: 'EMPTY_SCOPE',
} as const;

/** One of the codes. */
export type CreativeErrorCode = keyof typeof CREATIVE_ERRORS;

/** Reviews or claims are wrong; the message names file, line and field. */
export class CreativeError extends InputError {
  constructor(code: CreativeErrorCode, message: string) {
    super(code, message);
  }
}
