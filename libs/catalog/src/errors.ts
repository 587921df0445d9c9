import { InputError, NotFoundError } from '@keyart/common';

/** Codes of the catalogue's errors and what each means. */
export const CATALOG_ERRORS = {
  /** The file is no JPEG, PNG, WebP or AVIF picture, or is cut off. */
  PICTURE_UNREADABLE: 'PICTURE_UNREADABLE',
  /** More bytes than a picture may have. */
  PICTURE_TOO_LARGE: 'PICTURE_TOO_LARGE',
  /** More pixels than a picture may have. */
  PICTURE_TOO_MANY_PIXELS: 'PICTURE_TOO_MANY_PIXELS',
  /** No stored picture has that content hash. */
  PICTURE_NOT_FOUND: 'PICTURE_NOT_FOUND',
  /** A picture could not be made in another size or format. */
  DERIVATIVE_NOT_MADE: 'DERIVATIVE_NOT_MADE',
  /** So many pictures are waiting to be made that another one would come too late. Retryable. */
  DERIVATIVES_BUSY: 'DERIVATIVES_BUSY',
  /** A fixture file is missing, no JSON, or has a wrong field; the message names file, index and field. */
  BAD_FIXTURE: 'BAD_FIXTURE',
} as const;

/** One of the codes. */
export type CatalogErrorCode = keyof typeof CATALOG_ERRORS;

/** The picture or fixture given is wrong. */
export class CatalogInputError extends InputError {
  constructor(code: CatalogErrorCode, message: string, options?: { cause?: unknown }) {
    super(code, message, options);
  }
}

/** No picture is stored under the hash asked for. */
export class PictureNotFoundError extends NotFoundError {
  constructor(sha256: string) {
    super(CATALOG_ERRORS.PICTURE_NOT_FOUND, `no picture is stored under ${sha256}`);
  }
}
