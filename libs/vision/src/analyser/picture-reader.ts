import type { PictureFeatures } from '@keyart/contracts';

/** Reads everything there is to read off a picture. */
export interface PictureReader {
  /** Extractor → version, as `PictureFeatures.versions` has them. */
  readonly versions: Readonly<Record<string, string>>;
  /**
   * @param bytes the file
   * @throws an input error where it cannot be decoded
   */
  read(bytes: Buffer): Promise<PictureFeatures>;
}
