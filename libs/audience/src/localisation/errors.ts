import { InputError } from '@keyart/common';

/** Codes of the input errors of localisation plans. */
export const LOCALISATION_ERRORS = {
  /** A track is not written like `dub:de`. */
  BAD_TRACK: 'BAD_TRACK',
  /** A kind of work that there is not. */
  BAD_KIND: 'BAD_KIND',
  /** No amount of money, or no running time. */
  BAD_AMOUNT: 'BAD_AMOUNT',
  /** A country is named that ISO 3166-1 does not have. */
  BAD_COUNTRY: 'BAD_COUNTRY',
} as const;

/** One of the codes. */
export type LocalisationErrorCode = keyof typeof LOCALISATION_ERRORS;

/** What was asked of a plan cannot be meant; the message names the part. */
export class LocalisationInputError extends InputError {
  constructor(code: LocalisationErrorCode, message: string) {
    super(code, message);
  }
}
