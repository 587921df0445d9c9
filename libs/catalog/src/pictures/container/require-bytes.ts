import { CatalogInputError } from '../../errors';

/** @throws CatalogInputError `PICTURE_TRUNCATED` when the file ends before `endsAt` */
export function requireBytes(bytes: Buffer, endsAt: number): void {
  if (endsAt > bytes.length) throw truncated();
}

/** The error of a file that ends before its picture does. */
export function truncated(): CatalogInputError {
  return new CatalogInputError('PICTURE_TRUNCATED', 'the file ends before the picture does');
}
