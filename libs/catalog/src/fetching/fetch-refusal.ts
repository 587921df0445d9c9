import { CatalogInputError } from '../errors';

/** The error of an address that no picture is fetched from, whoever answers there. */
export function urlRefused(detail: string): CatalogInputError {
  return new CatalogInputError('PICTURE_URL_REFUSED', `the address ${detail}`);
}

/** The error of an address that gave no picture. */
export function notFetched(detail: string, cause?: unknown): CatalogInputError {
  return new CatalogInputError('PICTURE_NOT_FETCHED', `the picture could not be fetched: ${detail}`, {
    cause,
  });
}
