import { PictureNotFoundError } from '../errors';

const SHA256 = /^[0-9a-f]{64}$/;

/** Keeps `..`, slashes and the like out of paths and keys. @throws PictureNotFoundError */
export function requireSha256(text: string): void {
  if (!SHA256.test(text)) throw new PictureNotFoundError(text);
}
