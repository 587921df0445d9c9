import { hash32 } from '@keyart/common';
import { TERM_BUCKET_COUNT } from './feature-layout';

const BUCKET_SEED = 0x6b657961;

/** Bucket of a caption term, in [0, TERM_BUCKET_COUNT); fixed for ever by `FEATURE_VERSION`. */
export function termBucket(term: string): number {
  return hash32(term, BUCKET_SEED) % TERM_BUCKET_COUNT;
}
