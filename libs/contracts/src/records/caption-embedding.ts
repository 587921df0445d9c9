import { contentHash } from '@keyart/common';

/** A caption as a vector. */
export interface CaptionEmbeddingRecord {
  /** As `captionHash` makes it. */
  readonly captionHash: string;
  /** `[D]`, of length 1. */
  readonly vector: Float32Array;
  readonly embeddedAt: Date;
}

const HASH_LENGTH = 32;

/** Name of a caption, by every letter of it: an embedding fits a caption that is word for word the one embedded. */
export function captionHash(caption: string): string {
  return contentHash(caption, HASH_LENGTH);
}
