import type { Readable } from 'node:stream';

/** What is known of a stored picture; the hash is its address. */
export interface StoredPicture {
  /** Hex SHA-256 of the bytes. */
  readonly sha256: string;
  /** As displayed, EXIF orientation applied. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly sizeBytes: number;
  /** `image/jpeg`, `image/png`, `image/webp` or `image/avif`. */
  readonly mediaType: string;
  /** As `perceptualHash` of @keyart/vision. */
  readonly perceptualHash: string;
  /** What to show until the picture has come. */
  readonly blurhash: string;
  /** `#rrggbb`. */
  readonly dominantColour: string;
}

/** A stored picture's bytes. */
export interface OpenedPicture {
  readonly sizeBytes: number;
  /** Begins to read; once at most. */
  stream(): Readable;
}

/** Content-addressed pictures: equal bytes have one address, and an address never changes its bytes. */
export interface PictureStore {
  /**
   * Checks and keeps the bytes as they are; putting them again is harmless.
   * @param measured what `inspectPicture` said of these bytes; left out: it is asked here
   * @throws CatalogInputError as `inspectPicture` does
   * @throws DependencyError `PICTURE_NOT_STORED`
   */
  put(bytes: Buffer, measured?: StoredPicture): Promise<StoredPicture>;
  /**
   * Finds a picture by its hash.
   * @throws PictureNotFoundError `PICTURE_NOT_FOUND`
   * @throws DependencyError `PICTURES_UNAVAILABLE`
   */
  open(sha256: string): Promise<OpenedPicture>;
  /**
   * All of a picture's bytes.
   * @throws PictureNotFoundError `PICTURE_NOT_FOUND`
   * @throws DependencyError `PICTURES_UNAVAILABLE`
   */
  read(sha256: string): Promise<Buffer>;
  /**
   * Says whether new pictures could be kept now.
   * @throws DependencyError `PICTURES_NOT_WRITABLE` when not
   */
  checkWritable(): Promise<void>;
}
