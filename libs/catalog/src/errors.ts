import { InputError, NotFoundError } from '@keyart/common';

/** Codes of what is wrong with input, and what each means. */
export const CATALOG_ERRORS = {
  /** The file has no bytes. */
  PICTURE_EMPTY: 'PICTURE_EMPTY',
  /** The file is no JPEG, PNG, WebP or AVIF by its first bytes. */
  PICTURE_FORMAT_REFUSED: 'PICTURE_FORMAT_REFUSED',
  /** The file ends before its picture does. */
  PICTURE_TRUNCATED: 'PICTURE_TRUNCATED',
  /** Frames that move. */
  PICTURE_ANIMATED: 'PICTURE_ANIMATED',
  /** Something that is no picture follows the picture. */
  PICTURE_TRAILING_DATA: 'PICTURE_TRAILING_DATA',
  /** Its decoder cannot read the picture: damaged, or not as its format wants it. */
  PICTURE_UNREADABLE: 'PICTURE_UNREADABLE',
  /** More bytes than a picture may have. */
  PICTURE_TOO_LARGE: 'PICTURE_TOO_LARGE',
  /** More pixels than a picture may have. */
  PICTURE_TOO_MANY_PIXELS: 'PICTURE_TOO_MANY_PIXELS',
  /** A picture is not fetched from this address. */
  PICTURE_URL_REFUSED: 'PICTURE_URL_REFUSED',
  /** The address gave no picture: unreachable, too slow, too large, another type, a refusal. */
  PICTURE_NOT_FETCHED: 'PICTURE_NOT_FETCHED',
  /** No stored picture has that content hash. */
  PICTURE_NOT_FOUND: 'PICTURE_NOT_FOUND',
  /** A picture could not be made in another size or format. */
  DERIVATIVE_NOT_MADE: 'DERIVATIVE_NOT_MADE',
  /** So many pictures are waiting to be made that another one would come too late. Retryable. */
  DERIVATIVES_BUSY: 'DERIVATIVES_BUSY',
  /** A manifest is missing, no JSON, or has wrong fields; the error holds them all. */
  BAD_MANIFEST: 'BAD_MANIFEST',
  /** A fixture file is missing, no JSON, or has a wrong field; the message names file, index and field. */
  BAD_FIXTURE: 'BAD_FIXTURE',
  /** Pictures shall be read anew by an extractor that there is not; the message names those there are. */
  UNKNOWN_EXTRACTOR: 'UNKNOWN_EXTRACTOR',
  /** Captions shall be embedded where the text model is not. */
  NO_TEXT_MODEL: 'NO_TEXT_MODEL',
} as const;

/** Codes of what fails outside of this process, and what each means. */
export const CATALOG_DEPENDENCY_ERRORS = {
  /** Folder or object store take no new pictures at present. */
  PICTURES_NOT_WRITABLE: 'PICTURES_NOT_WRITABLE',
  /** A picture could not be kept. */
  PICTURE_NOT_STORED: 'PICTURE_NOT_STORED',
  /** Kept pictures cannot be read at present. */
  PICTURES_UNAVAILABLE: 'PICTURES_UNAVAILABLE',
} as const;

/** One of the codes. */
export type CatalogDependencyCode = keyof typeof CATALOG_DEPENDENCY_ERRORS;

/** One of the codes of input. */
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
