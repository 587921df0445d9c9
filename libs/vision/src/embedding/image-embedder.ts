import type { PictureEmbedding } from '@keyart/contracts';
import type { DecodedPicture } from '../decoded-picture';

/** Pictures as vectors: pictures that look alike have a high dot product. Deterministic. */
export interface ImageEmbedder {
  /** Name and version of the model; compare only vectors of one model. */
  readonly model: string;
  /** Length of a vector. */
  readonly dimensionCount: number;
  /** Of length 1. */
  embed(picture: DecodedPicture): Promise<PictureEmbedding>;
}
